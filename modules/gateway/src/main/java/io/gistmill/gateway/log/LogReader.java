package io.gistmill.gateway.log;

import io.gistmill.contracts.Topics;
import io.gistmill.runtime.kafka.CommittedReads;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// Reads pieces of the history of `tagged` with short-lived consumers. Safe for all threads.
public final class LogReader {

  private static final Duration POLL = Duration.ofMillis(100);

  private final KafkaConnection connection;
  private final Decoder decoder;
  private final List<TopicPartition> partitions;

  /// Takes entries; may stop the reading by throwing.
  @FunctionalInterface
  public interface Sink {
    void accept(Entry.OfTagged entry) throws IOException;
  }

  public LogReader(KafkaConnection connection, Topics topics) {
    this.connection = connection;
    this.decoder = new Decoder(topics);
    this.partitions =
        IntStream.range(0, topics.tagged().partitions())
            .mapToObj(partition -> new TopicPartition(topics.tagged().name(), partition))
            .toList();
  }

  /// The settings of every consumer of the gateway: nothing uncommitted, nothing waited for, no
  /// group.
  public static Properties settings(KafkaConnection connection) {
    return CommittedReads.settings(
        connection,
        Map.of(
            ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
            ByteArrayDeserializer.class,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "none",
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            20,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            1_000));
  }

  /// What was written at or after an instant begins here, by the broker's clock. Kafka knows no
  /// time before 1970.
  public Positions at(Instant instant, String generation) {
    long millis = instant.isBefore(Instant.EPOCH) ? 0 : instant.toEpochMilli();
    try (var consumer = new KafkaConsumer<byte[], byte[]>(settings(connection))) {
      Map<TopicPartition, Long> asked =
          partitions.stream().collect(Collectors.toMap(partition -> partition, _ -> millis));
      Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(asked);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      var next = new ArrayList<Long>();
      for (TopicPartition partition : partitions) {
        OffsetAndTimestamp first = found.get(partition);
        next.add(first == null ? ends.getOrDefault(partition, 0L) : first.offset());
      }
      return new Positions(generation, next);
    }
  }

  /// Where the log begins: earlier entries were deleted by its retention.
  public Positions beginning(String generation) {
    try (var consumer = new KafkaConsumer<byte[], byte[]>(settings(connection))) {
      Map<TopicPartition, Long> first = consumer.beginningOffsets(partitions);
      return new Positions(
          generation,
          partitions.stream().map(partition -> first.getOrDefault(partition, 0L)).toList());
    }
  }

  /// Gives all entries between two places, each partition in its order.
  ///
  /// @param to exclusive
  public void read(Positions from, Positions to, Sink sink) throws IOException {
    var left = new TreeMap<Integer, Long>();
    for (int i = 0; i < partitions.size(); i++) {
      if (from.next().get(i) < to.next().get(i)) {
        left.put(i, to.next().get(i));
      }
    }
    if (left.isEmpty()) {
      return;
    }
    try (var consumer = new KafkaConsumer<byte[], byte[]>(settings(connection))) {
      consumer.assign(left.keySet().stream().map(partitions::get).toList());
      left.keySet().forEach(i -> consumer.seek(partitions.get(i), from.next().get(i)));
      while (!left.isEmpty()) {
        for (ConsumerRecord<byte[], byte[]> written : consumer.poll(POLL)) {
          if (written.offset() < to.next().get(written.partition())
              && decoder.decode(written) instanceof Entry.OfTagged tagged) {
            sink.accept(tagged);
          }
        }
        left.entrySet()
            .removeIf(end -> consumer.position(partitions.get(end.getKey())) >= end.getValue());
      }
    }
  }
}
