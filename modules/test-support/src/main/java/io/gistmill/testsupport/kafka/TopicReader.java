package io.gistmill.testsupport.kafka;

import io.gistmill.contracts.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/// Reads the committed records of a topic from its beginning, all partitions of the catalogue, by
/// partition and offset.
///
/// Each call reads anew and leaves nothing behind on the broker.
public final class TopicReader<V> {

  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final Duration POLL = Duration.ofMillis(50);

  private final String bootstrapServers;
  private final Topic<V> topic;

  public TopicReader(String bootstrapServers, Topic<V> topic) {
    this.bootstrapServers = bootstrapServers;
    this.topic = topic;
  }

  /// What is committed at the time of the call.
  public List<ConsumerRecord<String, V>> all() {
    try (KafkaConsumer<String, V> consumer = consumer()) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions());
      var read = new ArrayList<ConsumerRecord<String, V>>();
      pollUntil(consumer, read, "its end " + ends, () -> reached(consumer, ends));
      return inOrder(read);
    }
  }

  /// Reads until what was read is enough, for two minutes at most.
  ///
  /// @param what is waited for, for the message of a failure
  public List<ConsumerRecord<String, V>> until(
      String what, Predicate<? super List<ConsumerRecord<String, V>>> enough) {
    try (KafkaConsumer<String, V> consumer = consumer()) {
      var read = new ArrayList<ConsumerRecord<String, V>>();
      pollUntil(consumer, read, what, () -> enough.test(read));
      return inOrder(read);
    }
  }

  public List<ConsumerRecord<String, V>> until(int count) {
    return until(count + " records", read -> read.size() >= count);
  }

  private void pollUntil(
      KafkaConsumer<String, V> consumer,
      Collection<ConsumerRecord<String, V>> read,
      String what,
      BooleanSupplier enough) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (!enough.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError(
            topic.name()
                + " did not come to "
                + what
                + " within "
                + LIMIT
                + "; read "
                + read.size()
                + " records: "
                + positions(read));
      }
      consumer.poll(POLL).forEach(read::add);
    }
  }

  private KafkaConsumer<String, V> consumer() {
    var consumer =
        new KafkaConsumer<>(
            Map.of(
                "bootstrap.servers", bootstrapServers,
                "isolation.level", "read_committed",
                "fetch.max.wait.ms", "20",
                "enable.auto.commit", "false"),
            topic.keys().deserializer(),
            topic.values().deserializer());
    consumer.assign(partitions());
    consumer.seekToBeginning(partitions());
    return consumer;
  }

  private List<TopicPartition> partitions() {
    return IntStream.range(0, topic.partitions())
        .mapToObj(partition -> new TopicPartition(topic.name(), partition))
        .toList();
  }

  private static boolean reached(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private List<ConsumerRecord<String, V>> inOrder(List<ConsumerRecord<String, V>> read) {
    return read.stream()
        .sorted(
            Comparator.<ConsumerRecord<String, V>>comparingInt(ConsumerRecord::partition)
                .thenComparingLong(ConsumerRecord::offset))
        .toList();
  }

  private static String positions(Collection<? extends ConsumerRecord<String, ?>> read) {
    return read.stream()
        .map(record -> record.partition() + "@" + record.offset() + "=" + record.key())
        .limit(50)
        .toList()
        .toString();
  }
}
