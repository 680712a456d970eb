package io.gistmill.runtime.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.List;
import java.util.Set;

/// Which of Kafka's own measures are told. Its clients and its streams have several hundred each,
/// many of them once for each thread, task, node, topic and store; these are the ones that tell an
/// operator something.
final class KafkaMeters {

  private static final Set<String> TOLD =
      Set.of(
          "kafka.consumer.coordinator.rebalance.total",
          "kafka.consumer.coordinator.failed.rebalance.total",
          "kafka.consumer.fetch.manager.records.consumed.total",
          "kafka.consumer.fetch.manager.records.consumed.rate",
          "kafka.consumer.fetch.manager.records.lag",
          "kafka.producer.connection.count",
          "kafka.producer.record.error.total",
          "kafka.producer.record.send.total",
          "kafka.producer.record.send.rate",
          "kafka.producer.request.latency.avg",
          "kafka.stream.thread.process.rate",
          "kafka.stream.thread.process.total",
          "kafka.stream.thread.commit.latency.avg",
          "kafka.stream.task.active.process.ratio",
          "kafka.stream.failed.stream.threads",
          "kafka.stream.alive.stream.threads",
          "kafka.stream.state.block.cache.usage",
          "kafka.stream.state.estimate.num.keys",
          "kafka.stream.state.size.all.mem.tables",
          "kafka.stream.state.total.sst.files.size");

  private KafkaMeters() {}

  static List<MeterFilter> filters() {
    return List.of(MeterFilter.deny(KafkaMeters::isNoise), MeterFilter.ignoreTags("kafka.version"));
  }

  private static boolean isNoise(Meter.Id id) {
    return id.getName().startsWith("kafka.") && !TOLD.contains(id.getName());
  }
}
