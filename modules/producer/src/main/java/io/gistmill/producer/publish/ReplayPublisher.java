package io.gistmill.producer.publish;

import io.gistmill.contracts.EventKeys;
import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.ClockEvent;
import io.gistmill.domain.Horizon;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Properties;
import java.util.function.LongConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes a replay to the log: its own clock on its own topics.
///
/// Each tick goes into every partition of posts and of subscriptions and into the clock's topic, so
/// that a live clock can go on behind it, in one transaction with its neighbours. Time runs as fast
/// as the readers allow: never more than [#LEAD] ahead of them, so that what they still need has
/// not left the HORIZON.
public final class ReplayPublisher implements AutoCloseable {

  /// How far the replay may be ahead of the last digest. With the longest window, a week, this
  /// stays within the HORIZON.
  public static final Duration LEAD = Horizon.LENGTH.minusDays(8);

  private static final Logger LOG = LoggerFactory.getLogger(ReplayPublisher.class);
  private static final int BATCH = 1_000;

  private final KafkaProducer<String, byte[]> producer;
  private final Topic<PostEvent> posts;
  private final Topic<SubscriptionEvent> subscriptions;
  private final Topic<ClockEvent> clock;
  private @Nullable Instant first;
  private int inTransaction;

  public ReplayPublisher(String bootstrapServers, Topics topics) {
    posts = topics.posts();
    subscriptions = topics.subscriptions();
    clock = topics.clock();
    producer = new KafkaProducer<>(settings(bootstrapServers, topics.application("replay")));
    producer.initTransactions();
    producer.beginTransaction();
  }

  /// Stands before the first tick, so it takes effect with the first tick.
  public void subscribe(String subscriber, List<Subscription> wanted) {
    subscribe(new SubscriptionEvent.Subscribed(subscriber, wanted));
  }

  /// The same, with where the subscriber is reached.
  public void subscribe(SubscriptionEvent.Subscribed event) {
    send(
        new ProducerRecord<>(
            subscriptions.name(), event.subscriber(), bytes(subscriptions, event)));
  }

  /// Writes all events and commits them.
  ///
  /// @param published told the number of posts written so far
  public void publish(Iterator<PostEvent> events, Readers readers, LongConsumer published)
      throws InterruptedException {
    long count = 0;
    while (events.hasNext()) {
      PostEvent event = events.next();
      switch (event) {
        case PostEvent.Posted(var post) -> {
          send(new ProducerRecord<>(posts.name(), post.id(), bytes(posts, event)));
          published.accept(++count);
        }
        case PostEvent.Ticked(var tick) -> tick(tick, readers);
        case PostEvent.Backfilled _,
            PostEvent.Withdrawn _,
            PostEvent.Corrected _,
            PostEvent.Retagged _,
            PostEvent.Switched _ ->
            throw new IllegalArgumentException("archives hold posts alone, not " + event);
      }
      if (inTransaction >= BATCH) {
        commit();
      }
    }
    commit();
  }

  private void tick(Tick tick, Readers readers) throws InterruptedException {
    awaitReaders(tick, readers);
    sendToAll(posts, bytes(posts, new PostEvent.Ticked(tick)));
    sendToAll(subscriptions, bytes(subscriptions, new SubscriptionEvent.Ticked(tick)));
    sendToAll(clock, bytes(clock, new ClockEvent.Ticked(tick)));
  }

  private void awaitReaders(Tick tick, Readers readers) throws InterruptedException {
    if (tick.previous() == null || first == null) {
      first = tick.instant();
      return;
    }
    Instant lead = tick.instant().minus(LEAD);
    Instant needed = lead.isBefore(tick.previous()) ? lead : tick.previous();
    if (!needed.isBefore(first) && !readers.haveReached(needed)) {
      commit();
      readers.await(needed);
    }
  }

  private void sendToAll(Topic<?> topic, byte[] value) {
    for (int partition = 0; partition < topic.partitions(); partition++) {
      send(new ProducerRecord<>(topic.name(), partition, EventKeys.TICK, value));
    }
  }

  private void send(ProducerRecord<String, byte[]> record) {
    // A failure comes out of commitTransaction, with its cause.
    var ignored = producer.send(record);
    inTransaction++;
  }

  private void commit() {
    producer.commitTransaction();
    producer.beginTransaction();
    inTransaction = 0;
  }

  private static <V> byte[] bytes(Topic<V> topic, V value) {
    Serializer<V> serializer = topic.values().serializer();
    return serializer.serialize(topic.name(), value);
  }

  private static Properties settings(String bootstrapServers, String transactions) {
    var settings = new Properties();
    settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactions);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    // Of several, a broker with new topics may take a later one first, and must refuse it.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 << 10);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 << 20);
    return settings;
  }

  /// Gives up what is not committed.
  @Override
  public void close() {
    try {
      producer.abortTransaction();
    } catch (KafkaException e) {
      // Whoever caused it has been told; what is not committed is lost either way.
      LOG.debug("the last transaction could not be aborted", e);
    } finally {
      producer.close(Duration.ofSeconds(5));
    }
  }
}
