package io.gistmill.digest.courier;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.digest.courier.ledger.Ledger;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.runtime.kafka.CommittedReads;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads one partition of `deliveries` and the same of `subscriptions`: first all that is there,
/// then whatever comes, on a thread of its own.
final class LedgerReader implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LedgerReader.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

  /// A change that came in while the ledger is kept.
  sealed interface Heard {
    record OfLedger(DeliveryEvent event) implements Heard {}

    /// @param event null for one who wants to be forgotten
    record OfSubscriber(String subscriber, @Nullable SubscriptionEvent event) implements Heard {}

    /// Reading has failed.
    record Failed(RuntimeException cause) implements Heard {}
  }

  private final Topic<DeliveryEvent> deliveries;
  private final Topic<SubscriptionEvent> subscriptions;
  private final TopicPartition ledger;
  private final TopicPartition subscribers;
  private final KafkaConsumer<String, byte[]> consumer;
  private final ConsumerGroupMetadata group;
  private @Nullable Thread thread;

  LedgerReader(KafkaConnection kafka, Topics topics, int partition) {
    deliveries = topics.deliveries();
    subscriptions = topics.subscriptions();
    ledger = new TopicPartition(deliveries.name(), partition);
    subscribers = new TopicPartition(subscriptions.name(), partition);
    var own =
        Map.of(
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            50,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            5_000,
            ConsumerConfig.CLIENT_ID_CONFIG,
            topics.application(Courier.NAME + "-ledger-" + partition),
            ConsumerConfig.GROUP_ID_CONFIG,
            topics.application(Courier.NAME));
    consumer = new KafkaConsumer<>(CommittedReads.settings(kafka, own));
    consumer.assign(List.of(ledger, subscribers));
    consumer.seekToBeginning(List.of(ledger, subscribers));
    group = consumer.groupMetadata();
  }

  /// The group in whose name positions are committed. This reader is no member of it.
  ConsumerGroupMetadata group() {
    return group;
  }

  /// Reads what is there into a ledger.
  ///
  /// @param mark offset in the ledger's partition, up to which it reads at the least
  /// @param goOn asked between reads
  /// @return false when it was told to stop before
  boolean readInto(Ledger into, long mark, BooleanSupplier goOn) {
    long end = Objects.requireNonNull(consumer.endOffsets(List.of(subscribers)).get(subscribers));
    while (consumer.position(ledger) <= mark || consumer.position(subscribers) < end) {
      if (!goOn.getAsBoolean()) {
        return false;
      }
      consumer.poll(POLL).forEach(record -> read(record, into));
    }
    return true;
  }

  private void read(ConsumerRecord<String, byte[]> record, Ledger into) {
    try {
      if (record.topic().equals(ledger.topic())) {
        into.read(
            record.key(), value(deliveries, record), Instant.ofEpochMilli(record.timestamp()));
      } else {
        into.hear(record.key(), value(subscriptions, record));
      }
    } catch (SerializationException e) {
      passOver(record, e);
    }
  }

  /// Goes on reading, and tells what comes.
  void follow(Consumer<Heard> listener) {
    thread = Thread.ofVirtual().name("courier-reader-" + ledger).start(() -> followOn(listener));
  }

  private void followOn(Consumer<Heard> listener) {
    try (consumer) {
      while (true) {
        consumer.poll(POLL).forEach(record -> tell(record, listener));
      }
    } catch (WakeupException e) {
      LOG.debug("partition={} msg=\"no longer followed\"", ledger);
    } catch (RuntimeException e) {
      listener.accept(new Heard.Failed(e));
    }
  }

  private void tell(ConsumerRecord<String, byte[]> record, Consumer<Heard> listener) {
    try {
      if (record.topic().equals(subscribers.topic())) {
        listener.accept(new Heard.OfSubscriber(record.key(), value(subscriptions, record)));
        return;
      }
      if (DeliveryEvent.isUpdate(record.key())) {
        return;
      }
      DeliveryEvent event = value(deliveries, record);
      if (event != null) {
        listener.accept(new Heard.OfLedger(event));
      }
    } catch (SerializationException e) {
      passOver(record, e);
    }
  }

  private static <V> @Nullable V value(Topic<V> topic, ConsumerRecord<String, byte[]> record) {
    byte[] value = record.value();
    return value == null ? null : topic.values().deserializer().deserialize(topic.name(), value);
  }

  private static void passOver(ConsumerRecord<String, byte[]> record, SerializationException e) {
    LOG.error(
        "topic={} partition={} offset={} msg=\"passed over, since it cannot be read\"",
        record.topic(),
        record.partition(),
        record.offset(),
        e);
  }

  @Override
  public void close() {
    Thread reading = thread;
    if (reading == null) {
      closeQuietly();
      return;
    }
    consumer.wakeup();
    try {
      reading.join(CLOSE_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void closeQuietly() {
    try {
      consumer.close();
    } catch (KafkaException e) {
      LOG.debug("partition={} msg=\"its reader did not close in order\"", ledger, e);
    }
  }
}
