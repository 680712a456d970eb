package io.gistmill.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.runtime.kafka.KafkaConnection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {

  @Test
  void propertiesOfTheConnectionReachEachClientAndWin() {
    var config =
        config(
            settings(
                Map.of(
                    "client.rack",
                    "r1",
                    "session.timeout.ms",
                    "7000",
                    "compression.type",
                    "zstd")));

    assertThat(config.getMainConsumerConfigs("g", "c", 0))
        .containsEntry("client.rack", "r1")
        .containsEntry("session.timeout.ms", "7000");
    assertThat(config.getProducerConfigs("c")).containsEntry("compression.type", "zstd");
    assertThat(config.getGlobalConsumerConfigs("c")).containsEntry("client.rack", "r1");
  }

  @Test
  void onePropertyLeavesTheOthersAsTheyAre() {
    var config = config(settings(Map.of("compression.type", "zstd")));

    assertThat(config.getMainConsumerConfigs("g", "c", 0))
        .containsEntry("session.timeout.ms", 45_000);
    assertThat(config.getProducerConfigs("c")).containsEntry("max.request.size", 2 << 20);
  }

  @Test
  void threadsStandbysAndTimesArePassedOn() {
    var config =
        config(
            settings(Map.of())
                .withThreads(3, 1)
                .withTimeouts(Duration.ofSeconds(6), Duration.ofSeconds(10))
                .withCommitInterval(Duration.ofMillis(30)));

    assertThat(config.originals())
        .containsEntry("num.stream.threads", 3)
        .containsEntry("num.standby.replicas", 1)
        .containsEntry("commit.interval.ms", 30L);
    assertThat(config.getMainConsumerConfigs("g", "c", 0))
        .containsEntry("session.timeout.ms", 6_000);
    assertThat(config.getProducerConfigs("c")).containsEntry("transaction.timeout.ms", 10_000);
  }

  @Test
  void whatCannotRunIsRefused() {
    StreamsSettings settings = settings(Map.of());

    assertThatThrownBy(() -> settings.withThreads(0, 0)).hasMessageContaining("one thread");
    assertThatThrownBy(() -> settings.withCommitInterval(Duration.ZERO))
        .hasMessageContaining("commit interval");
  }

  private static StreamsSettings settings(Map<String, String> properties) {
    return new StreamsSettings(
        "app", new KafkaConnection("host:1", properties), Path.of("state"), "rejects");
  }

  private static StreamsConfig config(StreamsSettings settings) {
    return new StreamsConfig(settings.toProperties());
  }
}
