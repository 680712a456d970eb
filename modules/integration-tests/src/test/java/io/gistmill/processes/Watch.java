package io.gistmill.processes;

import static org.awaitility.Awaitility.await;

import io.gistmill.contracts.EventKeys;
import io.gistmill.contracts.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Sees what is written to a topic from its making on, whether it is committed or not. For one
/// thread.
final class Watch implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final Duration POLL = Duration.ofMillis(20);

  private final KafkaConsumer<String, byte[]> consumer;
  private int seen;

  private Watch(KafkaConsumer<String, byte[]> consumer) {
    this.consumer = consumer;
  }

  static Watch on(Topic<?> topic, String bootstrap) {
    var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", bootstrap,
                "isolation.level", "read_uncommitted",
                "fetch.max.wait.ms", "10",
                "enable.auto.commit", "false"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        IntStream.range(0, topic.partitions())
            .mapToObj(partition -> new TopicPartition(topic.name(), partition))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    return new Watch(consumer);
  }

  /// Waits for so many records that are no ticks.
  void awaitRecords(int count) {
    await("records on " + consumer.assignment())
        .atMost(LIMIT)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(1))
        .until(() -> poll() >= count);
  }

  private int poll() {
    seen +=
        (int)
            StreamSupport.stream(consumer.poll(POLL).spliterator(), false)
                .filter(record -> !record.key().equals(EventKeys.TICK))
                .count();
    return seen;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
