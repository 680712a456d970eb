package io.gistmill.courier;

import io.gistmill.contracts.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Counts what processes write, committed or not, so that a kill can come in the middle of a
/// transaction. A broker that is gone is waited for.
final class RecordCount implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Map<String, Long> seen = new HashMap<>();

  RecordCount(String bootstrap, Topic<?>... topics) {
    consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", bootstrap,
                "isolation.level", "read_uncommitted",
                "reconnect.backoff.max.ms", "200",
                "max.poll.records", "20",
                "fetch.max.wait.ms", "10"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        Stream.of(topics)
            .flatMap(
                topic ->
                    IntStream.range(0, topic.partitions())
                        .mapToObj(it -> new TopicPartition(topic.name(), it)))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /// Waits until so many are there and returns how many were seen.
  long await(Topic<?> topic, long count) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (seen.getOrDefault(topic.name(), 0L) < count) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError(topic.name() + " did not come to " + count + " records: " + seen);
      }
      consumer
          .poll(Duration.ofMillis(20))
          .forEach(record -> seen.merge(record.topic(), 1L, Long::sum));
    }
    return seen.getOrDefault(topic.name(), 0L);
  }

  @Override
  public void close() {
    consumer.close();
  }
}
