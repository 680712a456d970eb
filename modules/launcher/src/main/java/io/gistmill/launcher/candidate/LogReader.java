package io.gistmill.launcher.candidate;

import io.gistmill.contracts.Topic;
import io.gistmill.launcher.replay.UsageException;
import io.gistmill.runtime.kafka.CommittedReads;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/// Reads what stands in a topic, each partition in its order and nothing uncommitted. For one
/// thread.
public final class LogReader<V> implements AutoCloseable {

  private static final int PATIENCE_MS = 15_000;
  private static final Duration POLL = Duration.ofMillis(200);

  private final Topic<V> topic;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;
  private final Map<TopicPartition, Long> first = new HashMap<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private long undecodable;

  /// Takes what is read.
  @FunctionalInterface
  public interface Sink<V> {
    void take(int partition, long offset, V value);
  }

  private LogReader(
      Topic<V> topic, KafkaConsumer<String, byte[]> consumer, List<TopicPartition> partitions) {
    this.topic = topic;
    this.consumer = consumer;
    this.partitions = partitions;
  }

  /// @param since what was written earlier is left out; null for all that the log holds
  /// @throws UsageException when the cluster does not answer or has no such topic, with the mend
  public static <V> LogReader<V> open(
      KafkaConnection connection, Topic<V> topic, @Nullable Instant since) {
    var settings =
        CommittedReads.settings(
            connection,
            Map.of(
                ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MS,
                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                false));
    var consumer = new KafkaConsumer<String, byte[]>(settings);
    try {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(topic.name(), info.partition()))
              .toList();
      requireSome(partitions, topic, connection);
      var reader = new LogReader<>(topic, consumer, partitions);
      reader.seek(since);
      return reader;
    } catch (InterruptException e) {
      consumer.close();
      throw e;
    } catch (KafkaException e) {
      consumer.close();
      throw new UsageException(
          connection.bootstrapServers()
              + " does not give "
              + topic.name()
              + " ("
              + e.getMessage()
              + "); start Gistmill, or name its cluster with --config FILE or --set"
              + " kafka.bootstrap=HOST:PORT");
    } catch (RuntimeException e) {
      consumer.close();
      throw e;
    }
  }

  private static void requireSome(
      List<TopicPartition> partitions, Topic<?> topic, KafkaConnection connection) {
    if (partitions.isEmpty()) {
      throw new UsageException(
          connection.bootstrapServers()
              + " has no topic "
              + topic.name()
              + "; name another cluster, or another prefix with --set topics.prefix=NAME");
    }
  }

  private void seek(@Nullable Instant since) {
    consumer.assign(partitions);
    ends.putAll(consumer.endOffsets(partitions));
    first.putAll(consumer.beginningOffsets(partitions));
    if (since != null) {
      Map<TopicPartition, Long> asked =
          partitions.stream().collect(Collectors.toMap(place -> place, _ -> since.toEpochMilli()));
      Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(asked);
      for (TopicPartition place : partitions) {
        OffsetAndTimestamp at = found.get(place);
        first.put(place, at == null ? ends.getOrDefault(place, 0L) : at.offset());
      }
    }
    first.forEach(consumer::seek);
  }

  /// Gives what the log held when it was opened; a second time from the beginning again.
  public void history(Sink<V> sink) {
    first.forEach(consumer::seek);
    Map<TopicPartition, Long> left = new HashMap<>(ends);
    left.entrySet().removeIf(this::isReached);
    while (!left.isEmpty()) {
      poll(sink);
      left.entrySet().removeIf(this::isReached);
    }
  }

  private boolean isReached(Map.Entry<TopicPartition, Long> end) {
    return consumer.position(end.getKey()) >= end.getValue();
  }

  /// Gives what comes after that, until told otherwise.
  public void live(BooleanSupplier goOn, Sink<V> sink) {
    while (goOn.getAsBoolean()) {
      poll(sink);
    }
  }

  private void poll(Sink<V> sink) {
    for (ConsumerRecord<String, byte[]> written : consumer.poll(POLL)) {
      if (written.value() != null) {
        decode(written, sink);
      }
    }
  }

  private void decode(ConsumerRecord<String, byte[]> written, Sink<V> sink) {
    V value;
    try {
      value = topic.values().deserializer().deserialize(topic.name(), written.value());
    } catch (SerializationException e) {
      undecodable++;
      return;
    }
    sink.take(written.partition(), written.offset(), value);
  }

  /// How many records could not be read.
  public long undecodable() {
    return undecodable;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
