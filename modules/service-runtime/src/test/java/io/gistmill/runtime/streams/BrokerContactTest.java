package io.gistmill.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Against real consumers it is tested with a broker that is stopped.
class BrokerContactTest {

  @ParameterizedTest
  @CsvSource({"2, 1, false", "0, 1, true", "2, 30, true", "1, NaN, false", "1, -1, false"})
  void contactIsLostWithoutConnectionsOrHeartbeats(double connections, double ago, boolean lost) {
    var contact =
        new BrokerContact(
            () ->
                Map.of(
                    name("consumer-metrics", "connection-count"),
                    metric(connections),
                    resting("consumer-metrics", "connection-count"),
                    metric(2),
                    name("consumer-coordinator-metrics", "last-heartbeat-seconds-ago"),
                    metric(ago),
                    name("producer-metrics", "connection-count"),
                    metric(7)));

    assertThat(contact.lost()).isEqualTo(lost);
  }

  /// Of the consumer that restores stores: it has nothing to do any more.
  private static MetricName resting(String group, String name) {
    return new MetricName(
        name, group, "", Map.of("client-id", "echo-StateUpdater-1-restore-consumer"));
  }

  private static MetricName name(String group, String name) {
    return new MetricName(name, group, "", Map.of());
  }

  private static Metric metric(double value) {
    return new Metric() {
      @Override
      public MetricName metricName() {
        return name("", "");
      }

      @Override
      public Object metricValue() {
        return value;
      }
    };
  }
}
