package io.gistmill.runtime.streams;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/// Whether a topology's consumers reach a broker, read off Kafka's own metrics. Kafka Streams
/// itself calls a topology running although no broker answers.
final class BrokerContact {

  /// Heartbeats go out every three seconds; as many as this are missed when a connection hangs
  /// without having been closed.
  private static final double SILENCE_SECONDS = 12;

  /// The consumer that restores stores rests when it has done so, and does not notice that its
  /// connections have ended.
  private static final String RESTING = "-restore-consumer";

  private final Supplier<Map<MetricName, ? extends Metric>> metrics;

  BrokerContact(Supplier<Map<MetricName, ? extends Metric>> metrics) {
    this.metrics = metrics;
  }

  List<String> hindrances() {
    return lost() ? List.of("the broker does not answer") : List.of();
  }

  boolean lost() {
    double connections = 0;
    double silence = 0;
    for (var metric : metrics.get().entrySet()) {
      if (isOf(metric.getKey(), "consumer-metrics", "connection-count")) {
        connections += value(metric.getValue());
      }
      if (isOf(metric.getKey(), "consumer-coordinator-metrics", "last-heartbeat-seconds-ago")) {
        silence = Double.max(silence, value(metric.getValue()));
      }
    }
    return connections == 0 || silence > SILENCE_SECONDS;
  }

  private static boolean isOf(MetricName metric, String group, String name) {
    return metric.name().equals(name)
        && metric.group().equals(group)
        && !metric.tags().getOrDefault("client-id", "").endsWith(RESTING);
  }

  private static double value(Metric metric) {
    return metric.metricValue() instanceof Number number ? number.doubleValue() : 0;
  }
}
