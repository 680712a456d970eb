package io.gistmill.runtime.streams;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/// Refuses a record that is too large before Kafka's producer does: that one would give up the
/// whole transaction, and the handler of such failures could not go on.
final class BoundedProducer extends KafkaProducer<byte[], byte[]> {

  /// What Kafka adds to a record and to a batch, and more.
  private static final int OVERHEAD_BYTES = 1 << 10;

  private final int limit;

  BoundedProducer(Map<String, Object> settings) {
    super(settings, new ByteArraySerializer(), new ByteArraySerializer());
    var maxRequest =
        Objects.requireNonNull(settings.get(ProducerConfig.MAX_REQUEST_SIZE_CONFIG)).toString();
    this.limit = Integer.parseInt(maxRequest) - OVERHEAD_BYTES;
  }

  // No metadata comes with a failure, which Kafka's own types do not declare.
  @SuppressWarnings("NullAway")
  @Override
  public Future<RecordMetadata> send(
      ProducerRecord<byte[], byte[]> record, @Nullable Callback callback) {
    long size = size(record);
    if (size <= limit) {
      return super.send(record, callback);
    }
    var refusal =
        new RecordTooLargeException(
            "a record of " + size + " bytes for " + record.topic() + "; at most " + limit + " go");
    if (callback != null) {
      callback.onCompletion(null, refusal);
    }
    return CompletableFuture.failedFuture(refusal);
  }

  private static long size(ProducerRecord<byte[], byte[]> record) {
    long size = length(record.key()) + (long) length(record.value());
    for (Header header : record.headers()) {
      size += header.key().length() + (long) length(header.value());
    }
    return size;
  }

  private static int length(byte @Nullable [] bytes) {
    return bytes == null ? 0 : bytes.length;
  }
}
