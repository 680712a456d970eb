package io.gistmill.determinism;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.embeddedkafka.BrokerOptions;
import io.gistmill.launcher.pipeline.LocalPipeline;
import io.gistmill.launcher.pipeline.Pipeline;
import io.gistmill.launcher.pipeline.Stage;
import io.gistmill.testsupport.process.ChildJvm;
import io.gistmill.testsupport.process.JavaProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// A pipeline of which one stage runs in a JVM of its own, and is killed with `kill -9` whenever it
/// has written so and so many records, committed or not; then started again.
final class KilledStage implements Pipeline {

  private final Stage stage;
  private final Path folder;
  private final Topics topics;
  private final Queue<Long> killAfter;
  private final LocalPipeline others;
  private final CompletableFuture<Void> watching;
  private final CompletableFuture<Void> failure = new CompletableFuture<>();
  private final List<Long> kills = new ArrayList<>();
  private volatile boolean closed;
  private ChildJvm process;

  /// @param killAfter records in the stage's output, rising
  KilledStage(Stage stage, Path folder, Topics topics, Collection<Long> killAfter) {
    this.stage = stage;
    this.folder = folder;
    this.topics = topics;
    this.killAfter = new ArrayDeque<>(killAfter);
    var here = EnumSet.complementOf(EnumSet.of(stage));
    var options = BrokerOptions.DEFAULT.with("group.min.session.timeout.ms", "1000");
    others = LocalPipeline.start(folder, topics, here, options);
    process = start();
    watching = CompletableFuture.runAsync(this::watch, task -> Thread.ofPlatform().start(task));
    failWith(others.failure());
    failWith(watching);
  }

  private void failWith(CompletableFuture<Void> part) {
    var ignored =
        part.whenComplete(
            (nothing, cause) -> {
              if (cause != null) {
                failure.completeExceptionally(cause);
              }
            });
  }

  /// After how many records each kill came.
  List<Long> kills() {
    watching.join();
    return List.copyOf(kills);
  }

  private ChildJvm start() {
    ChildJvm started =
        JavaProgram.of(
                StageProcess.class,
                stage.name(),
                others.bootstrapServers(),
                Integer.toString(topics.posts().partitions()),
                folder.resolve("killed-state").toString())
            .withHeap(256)
            .start(folder.resolve(stage + "-" + kills.size() + ".log"));
    var ignored = started.awaitReady();
    return started;
  }

  private void watch() {
    try (var consumer = new KafkaConsumer<byte[], byte[]>(settings())) {
      List<TopicPartition> partitions = new ArrayList<>();
      for (int i = 0; i < output().partitions(); i++) {
        partitions.add(new TopicPartition(output().name(), i));
      }
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      long seen = 0;
      while (!closed && !killAfter.isEmpty()) {
        seen += consumer.poll(Duration.ofMillis(20)).count();
        if (seen >= killAfter.element()) {
          process.kill();
          kills.add(seen);
          killAfter.remove();
          process = start();
        }
      }
    }
  }

  private Topic<?> output() {
    return switch (stage) {
      case CLASSIFIER -> topics.tagged();
      case DESK -> topics.stories();
      case MAILROOM -> topics.digests();
    };
  }

  private Properties settings() {
    var settings = new Properties();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, others.bootstrapServers());
    settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
    settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 50);
    return settings;
  }

  @Override
  public String bootstrapServers() {
    return others.bootstrapServers();
  }

  @Override
  public CompletableFuture<Void> failure() {
    return failure;
  }

  @Override
  public void close() {
    closed = true;
    watching.exceptionally(cause -> null).join();
    process.close();
    others.close();
  }
}
