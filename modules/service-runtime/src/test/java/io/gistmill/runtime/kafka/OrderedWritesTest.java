package io.gistmill.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

class OrderedWritesTest {

  @Test
  void oneRequestIsOnItsWayAndEachRecordCountsOnce() {
    Properties settings =
        OrderedWrites.settings(
            KafkaConnection.plain("a:1"), Map.of(ProducerConfig.LINGER_MS_CONFIG, 7));

    assertThat(settings)
        .containsEntry(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, "a:1")
        .containsEntry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1)
        .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
        .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
        .containsEntry(ProducerConfig.LINGER_MS_CONFIG, 7);
    assertThat(new ProducerConfig(settings)).isNotNull();
  }

  @Test
  void whatTheOperatorSetsWins() {
    var connection =
        new KafkaConnection(
            "a:1", Map.of(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "5"));

    Properties settings = OrderedWrites.settings(connection, Map.of());

    assertThat(settings).containsEntry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "5");
  }
}
