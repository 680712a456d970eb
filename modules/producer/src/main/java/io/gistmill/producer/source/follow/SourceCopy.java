package io.gistmill.producer.source.follow;

import io.gistmill.contracts.Partitions;
import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.SourceDefinition;
import io.gistmill.domain.SourceEvent;
import io.gistmill.domain.SourceState;
import io.gistmill.domain.SourceStateEvent;
import io.gistmill.runtime.kafka.CommittedReads;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What stands in `sources` and `source-state`, all partitions, kept up to date by a thread of its
/// own. For all threads.
final class SourceCopy implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SourceCopy.class);
  private static final Duration POLL = Duration.ofMillis(500);

  private final Topic<SourceEvent> sources;
  private final Topic<SourceStateEvent> sourceState;

  /// By partition, then by id.
  private final List<Map<String, SourceDefinition>> definitions;

  private final List<Map<String, SourceState>> states;
  private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
  private final Object moved = new Object();
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private final KafkaConsumer<String, byte[]> consumer;
  private final Thread thread;

  SourceCopy(KafkaConnection kafka, Topics topics) {
    sources = topics.sources();
    sourceState = topics.sourceState();
    definitions = maps(sources.partitions());
    states = maps(sourceState.partitions());
    consumer = new KafkaConsumer<>(settings(kafka));
    List<TopicPartition> all = Stream.of(sources, sourceState).flatMap(SourceCopy::parts).toList();
    consumer.assign(all);
    consumer.seekToBeginning(all);
    thread = Thread.ofPlatform().name("source-copy").daemon().start(this::run);
  }

  private static <V> List<Map<String, V>> maps(int partitions) {
    return Stream.<Map<String, V>>generate(ConcurrentHashMap::new).limit(partitions).toList();
  }

  private static Properties settings(KafkaConnection kafka) {
    return CommittedReads.settings(kafka, Map.of(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50));
  }

  private static Stream<TopicPartition> parts(Topic<?> topic) {
    return IntStream.range(0, topic.partitions())
        .mapToObj(partition -> new TopicPartition(topic.name(), partition));
  }

  private void run() {
    try (consumer) {
      while (true) {
        consumer.poll(POLL).forEach(this::take);
        note();
      }
    } catch (WakeupException e) {
      stopped.complete(null);
    } catch (RuntimeException e) {
      stopped.completeExceptionally(e);
    }
  }

  private void note() {
    try {
      for (TopicPartition partition : consumer.assignment()) {
        positions.put(partition, consumer.position(partition));
      }
    } catch (TimeoutException e) {
      LOG.warn("topic={} msg=\"Kafka does not answer\"", sources.name(), e);
    }
    synchronized (moved) {
      moved.notifyAll();
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    try {
      if (record.topic().equals(sources.name())) {
        takeSource(definitions.get(record.partition()), record.key(), read(sources, record));
      } else {
        takeState(states.get(record.partition()), record.key(), read(sourceState, record));
      }
    } catch (SerializationException e) {
      LOG.warn(
          "topic={} partition={} offset={} msg=\"passed over, since it cannot be read\"",
          record.topic(),
          record.partition(),
          record.offset(),
          e);
    }
  }

  private static <V> @Nullable V read(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
    byte[] value = record.value();
    return value == null ? null : topic.values().deserializer().deserialize(topic.name(), value);
  }

  private static void takeSource(
      Map<String, SourceDefinition> definitions, String id, @Nullable SourceEvent event) {
    switch (event) {
      case null -> definitions.remove(id);
      case SourceEvent.Defined(var definition) -> definitions.put(id, definition);
    }
  }

  private static void takeState(
      Map<String, SourceState> states, String id, @Nullable SourceStateEvent event) {
    switch (event) {
      case null -> states.remove(id);
      case SourceStateEvent.Polled(var state) -> states.put(id, state);
    }
  }

  List<Followed> all() {
    return definitions.stream()
        .flatMap(partition -> partition.keySet().stream())
        .sorted()
        .flatMap(id -> find(id).stream())
        .toList();
  }

  int count() {
    return definitions.stream().mapToInt(Map::size).sum();
  }

  Optional<Followed> find(String id) {
    return Optional.ofNullable(definition(id))
        .map(definition -> Followed.of(definition, states.get(partitionOf(id)).get(id)));
  }

  @Nullable SourceDefinition definition(String id) {
    return definitions.get(partitionOf(id)).get(id);
  }

  Stream<SourceDefinition> definitionsIn(int partition) {
    return definitions.get(partition).values().stream();
  }

  Stream<SourceState> statesIn(int partition) {
    return states.get(partition).values().stream();
  }

  private int partitionOf(String id) {
    return Partitions.of(id, sources.partitions());
  }

  boolean hasReached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> positions.getOrDefault(end.getKey(), -1L) >= end.getValue());
  }

  /// False when the time is over first.
  boolean await(TopicPartition partition, long position, Duration limit)
      throws InterruptedException {
    Map<TopicPartition, Long> end = Map.of(partition, position);
    long deadline = System.nanoTime() + limit.toNanos();
    synchronized (moved) {
      while (!hasReached(end)) {
        long left = deadline - System.nanoTime();
        if (left <= 0 || stopped.isDone()) {
          return false;
        }
        TimeUnit.NANOSECONDS.timedWait(moved, left);
      }
    }
    return true;
  }

  /// Completed when it no longer follows the log; with the cause when it failed.
  CompletableFuture<Void> stopped() {
    return stopped;
  }

  @Override
  public void close() {
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
