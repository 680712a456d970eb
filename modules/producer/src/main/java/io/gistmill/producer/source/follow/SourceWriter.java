package io.gistmill.producer.source.follow;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.SourceEvent;
import io.gistmill.domain.SourceState;
import io.gistmill.domain.SourceStateEvent;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Writes what polls of the sources in one partition of `sources` brought: one poll, one
/// transaction. Whoever makes one shuts out its predecessor.
final class SourceWriter implements AutoCloseable {

  private static final int PATIENCE_MS = 10_000;

  /// Key of the tombstones that [#mark] writes; no source has it.
  static final String TURN = "turn";

  private final int partition;
  private final Topic<PostEvent> posts;
  private final Topic<SourceEvent> sources;
  private final Topic<SourceStateEvent> states;
  private final KafkaProducer<String, byte[]> producer;

  /// @throws KafkaException when the broker does not answer
  SourceWriter(KafkaConnection kafka, Topics topics, int partition) {
    this.partition = partition;
    posts = topics.posts();
    sources = topics.sources();
    states = topics.sourceState();
    String transactions = topics.application("sources-" + partition);
    producer = new KafkaProducer<>(settings(kafka, transactions));
    try {
      producer.initTransactions();
    } catch (KafkaException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  private static Properties settings(KafkaConnection kafka, String transactions) {
    var settings = new Properties();
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactions);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 2 * PATIENCE_MS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, 60_000);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 << 20);
    return kafka.addTo(settings);
  }

  /// Writes a tombstone behind all that stands in this partition of `sources` and `source-state`,
  /// and returns the positions behind it. Whoever has read up to there has seen all that came
  /// before: the end that a broker tells lies lower for a while after its restart.
  ///
  /// @throws KafkaException when it is not known to be committed; this writer is of no use then
  Map<TopicPartition, Long> mark() {
    producer.beginTransaction();
    List<Future<RecordMetadata>> sent =
        Stream.of(sources.name(), states.name())
            .map(topic -> producer.send(new ProducerRecord<>(topic, partition, TURN, null)))
            .toList();
    producer.commitTransaction();
    return sent.stream()
        .map(Future::resultNow)
        .collect(
            Collectors.toMap(
                place -> new TopicPartition(place.topic(), place.partition()),
                place -> place.offset() + 1));
  }

  /// Returns when all of it is committed.
  ///
  /// @throws KafkaException when it is not known to be; this writer is of no use then
  void commit(List<PostEvent> events, SourceState state) {
    producer.beginTransaction();
    for (PostEvent event : events) {
      byte[] value = posts.values().serializer().serialize(posts.name(), event);
      send(new ProducerRecord<>(posts.name(), post(event).id(), value));
    }
    var polled = new SourceStateEvent.Polled(state);
    send(record(state.source(), states.values().serializer().serialize(states.name(), polled)));
    producer.commitTransaction();
  }

  /// Forgets the state of a source that is no longer followed.
  void forget(String source) {
    producer.beginTransaction();
    send(record(source, null));
    producer.commitTransaction();
  }

  private ProducerRecord<String, byte[]> record(String source, byte @Nullable [] value) {
    return new ProducerRecord<>(states.name(), source, value);
  }

  private void send(ProducerRecord<String, byte[]> record) {
    // A failure comes out of commitTransaction, with its cause.
    var ignored = producer.send(record);
  }

  private static Post post(PostEvent event) {
    return switch (event) {
      case PostEvent.Posted(var post) -> post;
      case PostEvent.Backfilled(var post) -> post;
      case PostEvent.Withdrawn _,
          PostEvent.Corrected _,
          PostEvent.Retagged _,
          PostEvent.Switched _,
          PostEvent.Ticked _ ->
          throw new IllegalArgumentException("sources bring posts alone, not " + event);
    };
  }

  /// Gives up what is not committed; the broker or a successor ends it.
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
