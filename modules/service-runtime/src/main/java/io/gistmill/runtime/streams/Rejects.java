package io.gistmill.runtime.streams;

import io.micrometer.core.instrument.Counter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.jspecify.annotations.Nullable;

/// Makes the record under which something unusable is kept: its bytes as they came, and in the
/// headers where they stood and what was wrong.
final class Rejects {

  /// Setting that names the topic for rejects.
  static final String TOPIC_SETTING = "gistmill.rejects.topic";

  private final String topic;
  private final @Nullable Counter counter;

  /// @param kind of what comes here, in one word
  Rejects(Map<String, ?> settings, String kind) {
    StreamsMeters meters = StreamsMeters.of(settings);
    counter = meters == null ? null : meters.rejects(kind);
    topic =
        Objects.requireNonNull(settings.get(TOPIC_SETTING), TOPIC_SETTING + " is not set")
            .toString();
  }

  boolean isFor(ProducerRecord<?, ?> record) {
    return record.topic().equals(topic);
  }

  /// The record to be written, which is counted.
  // Keys and values of records may be null, which Kafka's own types do not declare.
  @SuppressWarnings("NullAway")
  ProducerRecord<byte[], byte[]> record(
      ErrorHandlerContext context,
      byte @Nullable [] key,
      byte @Nullable [] value,
      Exception cause) {
    var record = new ProducerRecord<byte[], byte[]>(topic, key, value);
    header(record, "reason", reason(cause));
    header(record, "stage", context.processorNodeId());
    header(record, "topic", context.topic());
    header(record, "partition", Integer.toString(context.partition()));
    header(record, "offset", Long.toString(context.offset()));
    if (counter != null) {
      counter.increment();
    }
    return record;
  }

  private static void header(ProducerRecord<?, ?> record, String name, @Nullable String value) {
    record.headers().add(name, Objects.toString(value, "").getBytes(StandardCharsets.UTF_8));
  }

  private static String reason(Exception cause) {
    Throwable root = cause;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return Objects.requireNonNullElse(root.getMessage(), root.getClass().getName());
  }
}
