package io.gistmill.benchmarks;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.TopicAdmin;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.PostEvent;
import io.gistmill.embeddedkafka.EmbeddedKafka;
import io.gistmill.embeddedkafka.KafkaBroker;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.streams.StreamsService;
import io.gistmill.runtime.streams.StreamsSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;

/// The least that any stage can cost: records go in, the same records come out, exactly once, with
/// the settings that the stages of the pipeline have, on a broker as theirs. No JSON is read.
public final class PassThrough {

  private final Path folder;
  private final Duration commitInterval;
  private final Topic<PostEvent> from;
  private final Topic<byte[]> to;
  private final Topics topics;

  /// @param folder for broker and state
  /// @param commitInterval of the topology
  public PassThrough(Path folder, int partitions, Duration commitInterval) {
    this.folder = folder;
    this.commitInterval = commitInterval;
    this.topics = new Topics("passthrough", partitions, partitions);
    this.from = topics.posts();
    this.to =
        new Topic<>(
            "passthrough.out", Serdes.String(), Serdes.ByteArray(), partitions, from.settings());
  }

  /// What is measured of it, while it runs.
  @FunctionalInterface
  public interface Measurement<T> {

    /// @param from where records go in
    /// @param to where they come out
    T measure(String bootstrapServers, Topic<PostEvent> from, Topic<byte[]> to) throws Exception;
  }

  public <T> T run(Measurement<T> measurement) throws Exception {
    try (KafkaBroker broker = EmbeddedKafka.start(folder.resolve("broker"))) {
      try (Admin admin =
          Admin.create(
              Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()))) {
        TopicAdmin.ensure(admin, List.of(from, to, topics.rejects()));
      }
      try (var _ = StreamsService.start(topology(), settings(broker))) {
        return measurement.measure(broker.bootstrapServers(), from, to);
      }
    }
  }

  private StreamsSettings settings(KafkaBroker broker) {
    return new StreamsSettings(
            "passthrough",
            KafkaConnection.plain(broker.bootstrapServers()),
            folder.resolve("state"),
            topics.rejects().name())
        .withCommitInterval(commitInterval);
  }

  private Topology topology() {
    var builder = new StreamsBuilder();
    builder.stream(
            from.name(), Consumed.with(Serdes.String(), Serdes.ByteArray()).withName("read-posts"))
        .to(to.name(), Produced.with(to.keys(), to.values()).withName("write-posts"));
    return builder.build();
  }
}
