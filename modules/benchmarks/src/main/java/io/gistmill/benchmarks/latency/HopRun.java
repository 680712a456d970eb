package io.gistmill.benchmarks.latency;

import io.gistmill.benchmarks.stage.MeasuredStage;
import io.gistmill.benchmarks.stage.ResultReader;
import io.gistmill.benchmarks.stage.StageRig;
import io.gistmill.contracts.Json;
import io.gistmill.contracts.Topic;
import io.gistmill.domain.PostEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// The limit: one exactly-once hop that does nothing, between a producer and a consumer, all in one
/// JVM with the broker.
final class HopRun {

  private static final Duration POLL = Duration.ofMillis(20);

  private HopRun() {}

  /// @param arguments a folder for data, posts a second, seconds to warm up, seconds to measure,
  ///   milliseconds between commits, partitions, where the result goes
  public static void main(String[] arguments) throws Exception {
    int perSecond = Integer.parseInt(arguments[1]);
    int warmUp = Integer.parseInt(arguments[2]);
    int seconds = Integer.parseInt(arguments[3]);
    var commit = Duration.ofMillis(Long.parseLong(arguments[4]));
    var passThrough = new MeasuredStage.PassThrough(Integer.parseInt(arguments[5]));
    Latencies latencies =
        new StageRig(Path.of(arguments[0]), 1, commit)
            .run(
                passThrough,
                bootstrap -> {
                  var loop = new OpenLoop(perSecond);
                  try (var hop = new Hop(bootstrap, passThrough.from(), passThrough.to())) {
                    Thread reader = Thread.ofPlatform().daemon().start(() -> hop.read(loop));
                    loop.run("first", 1, hop::send);
                    await(loop);
                    loop.run("warm", warmUp, hop::send);
                    await(loop);
                    loop.run("measured", seconds, hop::send);
                    await(loop);
                    reader.interrupt();
                    reader.join();
                  }
                  return loop.latencies("measured");
                });
    Json.MAPPER.writeValue(Path.of(arguments[6]), latencies);
  }

  private static void await(OpenLoop loop) throws InterruptedException {
    while (!loop.isComplete()) {
      Thread.sleep(POLL);
    }
  }

  private static final class Hop implements AutoCloseable {

    private final Topic<PostEvent> from;
    private final KafkaProducer<String, byte[]> producer;
    private final KafkaConsumer<String, byte[]> consumer;

    Hop(String bootstrapServers, Topic<PostEvent> from, Topic<byte[]> to) {
      this.from = from;
      producer =
          new KafkaProducer<>(
              Map.of(
                  ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                  bootstrapServers,
                  ProducerConfig.LINGER_MS_CONFIG,
                  0),
              new StringSerializer(),
              new ByteArraySerializer());
      consumer = ResultReader.open(bootstrapServers, to, POLL);
    }

    void send(String id) {
      byte[] text = LatencyPosts.json(id).getBytes(StandardCharsets.UTF_8);
      var _ = producer.send(new ProducerRecord<>(from.name(), id, text));
    }

    void read(OpenLoop loop) {
      while (!Thread.currentThread().isInterrupted()) {
        try {
          consumer.poll(POLL).forEach(record -> loop.arrived(record.key()));
        } catch (org.apache.kafka.common.errors.InterruptException e) {
          return;
        }
      }
    }

    @Override
    public void close() {
      producer.close();
      consumer.close();
    }
  }
}
