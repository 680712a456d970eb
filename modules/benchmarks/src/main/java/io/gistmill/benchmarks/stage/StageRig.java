package io.gistmill.benchmarks.stage;

import io.gistmill.contracts.TopicAdmin;
import io.gistmill.embeddedkafka.EmbeddedKafka;
import io.gistmill.embeddedkafka.KafkaBroker;
import io.gistmill.runtime.streams.StreamsService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/// Runs a stage on a broker of its own, like that of the pipeline, in this process.
///
/// @param folder for broker and state
/// @param threads among which the stage shares its partitions
/// @param commitInterval of the topology
public record StageRig(Path folder, int threads, Duration commitInterval) {

  /// What is measured of a stage, while it runs.
  @FunctionalInterface
  public interface Measurement<T> {

    T measure(String bootstrapServers) throws Exception;
  }

  public <T> T run(MeasuredStage stage, Measurement<T> measurement) throws Exception {
    try (KafkaBroker broker = EmbeddedKafka.start(folder.resolve("broker"))) {
      String bootstrap = broker.bootstrapServers();
      try (Admin admin =
          Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
        TopicAdmin.ensure(admin, stage.needed());
      }
      try (StreamsService _ =
          stage.start(
              bootstrap,
              folder.resolve("state"),
              settings -> settings.withCommitInterval(commitInterval).withThreads(threads, 0))) {
        return measurement.measure(bootstrap);
      }
    }
  }
}
