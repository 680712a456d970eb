package io.gistmill.producer.publish;

import io.gistmill.contracts.Topic;
import io.gistmill.runtime.kafka.CommittedReads;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Reads one partition to its end for the last value of one key.
final class LatestValue {

  private static final Duration LIMIT = Duration.ofSeconds(30);
  private static final Duration POLL = Duration.ofMillis(50);

  private LatestValue() {}

  /// What is committed, as far as the broker knows at the time of the call; empty when nothing is,
  /// or a tombstone. Right after a broker's restart this may be an earlier state.
  ///
  /// @throws TimeoutException when the end is not reached within half a minute
  static <V> Optional<V> of(KafkaConnection connection, Topic<V> topic, int partition, String key) {
    var place = new TopicPartition(topic.name(), partition);
    try (var consumer = new KafkaConsumer<String, byte[]>(settings(connection))) {
      long end = consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
      return decoded(topic, latest(consumer, place, end, key));
    }
  }

  /// What is committed before an offset.
  ///
  /// @throws TimeoutException when the offset is not reached within half a minute
  static <V> Optional<V> before(
      long end, KafkaConnection connection, Topic<V> topic, int partition, String key) {
    var place = new TopicPartition(topic.name(), partition);
    try (var consumer = new KafkaConsumer<String, byte[]>(settings(connection))) {
      return decoded(topic, latest(consumer, place, end, key));
    }
  }

  private static <V> Optional<V> decoded(Topic<V> topic, byte @Nullable [] value) {
    return value == null
        ? Optional.empty()
        : Optional.of(topic.values().deserializer().deserialize(topic.name(), value));
  }

  private static byte @Nullable [] latest(
      KafkaConsumer<String, byte[]> consumer, TopicPartition place, long end, String key) {
    consumer.assign(List.of(place));
    consumer.seekToBeginning(List.of(place));
    long deadline = System.nanoTime() + LIMIT.toNanos();
    byte @Nullable [] latest = null;
    while (consumer.position(place) < end) {
      if (System.nanoTime() - deadline > 0) {
        throw new TimeoutException(place + " could not be read up to offset " + end);
      }
      for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
        if (key.equals(record.key())) {
          latest = record.value();
        }
      }
    }
    return latest;
  }

  private static Properties settings(KafkaConnection connection) {
    int patience = Math.toIntExact(TransactionalWriter.PATIENCE.toMillis());
    return CommittedReads.settings(
        connection,
        Map.of(
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            20,
            ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            patience,
            ConsumerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            patience / 2));
  }
}
