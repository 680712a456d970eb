package io.gistmill.launcher.shadow;

import io.gistmill.contracts.Topic;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.launcher.replay.UsageException;
import io.gistmill.runtime.kafka.CommittedReads;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
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

/// Reads what stands in `tagged`, each partition in its order and nothing uncommitted.
final class LogPosts implements AutoCloseable {

  private static final int PATIENCE_MS = 15_000;
  private static final Duration POLL = Duration.ofMillis(200);

  private final Topic<TaggedEvent> topic;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<TopicPartition> partitions;
  private long undecodable;

  private LogPosts(
      Topic<TaggedEvent> topic,
      KafkaConsumer<String, byte[]> consumer,
      List<TopicPartition> partitions) {
    this.topic = topic;
    this.consumer = consumer;
    this.partitions = partitions;
  }

  /// @param since what was written earlier is left out; null for all that the log holds
  /// @throws UsageException when the cluster does not answer or has no such topic, with the mend
  static LogPosts open(
      KafkaConnection connection, Topic<TaggedEvent> topic, @Nullable Instant since) {
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
      var posts = new LogPosts(topic, consumer, partitions);
      posts.seek(since);
      return posts;
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
    if (since == null) {
      consumer.seekToBeginning(partitions);
      return;
    }
    Map<TopicPartition, Long> asked =
        partitions.stream().collect(Collectors.toMap(place -> place, _ -> since.toEpochMilli()));
    Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(asked);
    for (TopicPartition place : partitions) {
      OffsetAndTimestamp first = found.get(place);
      if (first == null) {
        consumer.seekToEnd(List.of(place));
      } else {
        consumer.seek(place, first.offset());
      }
    }
  }

  /// Gives what the log holds now.
  void history(Consumer<TaggedEvent> sink) {
    Map<TopicPartition, Long> left = new HashMap<>(consumer.endOffsets(partitions));
    left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    while (!left.isEmpty()) {
      poll(sink);
      left.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
    }
  }

  /// Gives what is written from now on, until told otherwise.
  void live(BooleanSupplier goOn, Consumer<TaggedEvent> sink) {
    while (goOn.getAsBoolean()) {
      poll(sink);
    }
  }

  private void poll(Consumer<TaggedEvent> sink) {
    for (ConsumerRecord<String, byte[]> written : consumer.poll(POLL)) {
      if (written.value() != null) {
        decode(written.value(), sink);
      }
    }
  }

  private void decode(byte[] value, Consumer<TaggedEvent> sink) {
    TaggedEvent event;
    try {
      event = topic.values().deserializer().deserialize(topic.name(), value);
    } catch (SerializationException e) {
      undecodable++;
      return;
    }
    sink.accept(event);
  }

  /// How many records could not be read.
  long undecodable() {
    return undecodable;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
