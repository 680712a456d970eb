package io.gistmill.launcher.pipeline;

import io.gistmill.classifier.Taggers;
import io.gistmill.contracts.TopicAdmin;
import io.gistmill.contracts.Topics;
import io.gistmill.embeddedkafka.BrokerOptions;
import io.gistmill.embeddedkafka.EmbeddedKafka;
import io.gistmill.embeddedkafka.KafkaBroker;
import io.gistmill.runtime.streams.StreamsService;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.jspecify.annotations.Nullable;

/// The embedded broker and some stages, all in this process.
public final class LocalPipeline implements Pipeline {

  private final KafkaBroker broker;
  private final Deque<StreamsService> stages = new ArrayDeque<>();
  private final CompletableFuture<Void> failure = new CompletableFuture<>();
  private volatile boolean closing;

  private LocalPipeline(KafkaBroker broker) {
    this.broker = broker;
    broker.onFailure(failure::completeExceptionally);
  }

  /// Starts the broker, makes the topics, and starts the stages.
  ///
  /// @param folder keeps the broker's data and the stages' state
  /// @param local which stages run here; the others must be run elsewhere
  public static LocalPipeline start(
      Path folder, Topics topics, Set<Stage> local, BrokerOptions options) {
    return start(folder, topics, local, options, null);
  }

  /// Starts the broker, makes the topics, and starts all stages, with other classifiers than those
  /// installed.
  ///
  /// @param folder keeps the broker's data and the stages' state
  /// @param taggers makes what the classifier stage asks, which closes it
  public static LocalPipeline start(
      Path folder, Topics topics, BrokerOptions options, Supplier<Taggers> taggers) {
    return start(folder, topics, EnumSet.allOf(Stage.class), options, taggers);
  }

  private static LocalPipeline start(
      Path folder,
      Topics topics,
      Set<Stage> local,
      BrokerOptions options,
      @Nullable Supplier<Taggers> taggers) {
    var pipeline = new LocalPipeline(EmbeddedKafka.start(folder.resolve("broker"), options));
    try {
      pipeline.makeTopics(topics);
      local.stream()
          .sorted()
          .forEach(stage -> pipeline.run(stage, topics, folder.resolve("state"), taggers));
      return pipeline;
    } catch (RuntimeException | Error e) {
      pipeline.close();
      throw e;
    }
  }

  private void makeTopics(Topics topics) {
    try (Admin admin =
        Admin.create(
            Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
      TopicAdmin.ensure(admin, topics.all());
    }
  }

  private void run(
      Stage stage, Topics topics, Path state, @Nullable Supplier<Taggers> taggers) {
    String servers = broker.bootstrapServers();
    StreamsService service =
        stage == Stage.CLASSIFIER && taggers != null
            ? Stage.startClassifier(servers, topics, state, taggers.get())
            : stage.start(servers, topics, state, settings -> settings);
    stages.push(service);
    var _ = service.stopped().whenComplete((_, cause) -> onStopped(stage, cause));
  }

  private void onStopped(Stage stage, @Nullable Throwable cause) {
    if (cause != null) {
      failure.completeExceptionally(cause);
    } else if (!closing) {
      failure.completeExceptionally(
          new IllegalStateException("the stage " + stage + " has stopped by itself"));
    }
  }

  @Override
  public String bootstrapServers() {
    return broker.bootstrapServers();
  }

  @Override
  public CompletableFuture<Void> failure() {
    return failure;
  }

  @Override
  public void close() {
    closing = true;
    stages.forEach(StreamsService::close);
    broker.close();
  }
}
