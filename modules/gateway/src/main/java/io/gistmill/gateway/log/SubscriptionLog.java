package io.gistmill.gateway.log;

import io.gistmill.contracts.Partitions;
import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.kafka.OrderedWrites;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// Writes what people want into `subscriptions`, acknowledged by all in-sync replicas. Connects at
/// the first use. Safe for all threads.
public final class SubscriptionLog implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final KafkaConnection connection;
  private final Topic<SubscriptionEvent> topic;
  private @Nullable KafkaProducer<String, byte[]> producer;
  private @Nullable Admin admin;
  private boolean closed;

  public SubscriptionLog(KafkaConnection connection, Topics topics) {
    this.connection = connection;
    this.topic = topics.subscriptions();
  }

  /// @return the place behind what was written
  /// @throws KafkaException when the cluster does not answer in time or refuses it
  public Entry.Place write(Subscribed wanted) {
    return send(wanted.subscriber(), topic.values().serializer().serialize(topic.name(), wanted));
  }

  /// Writes a tombstone.
  ///
  /// @return the place behind it
  /// @throws KafkaException when the cluster does not answer in time or refuses it
  public Entry.Place forget(String subscriber) {
    return send(subscriber, null);
  }

  /// The place behind everything that was committed so far in the partition of a subscriber.
  ///
  /// @throws KafkaException when the cluster does not answer in time
  public Entry.Place end(String subscriber) throws InterruptedException {
    var partition = new TopicPartition(topic.name(), partition(subscriber));
    try {
      return place(
          admin()
              .listOffsets(
                  Map.of(partition, OffsetSpec.latest()),
                  new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
              .partitionResult(partition)
              .get()
              .offset(),
          partition.partition());
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
    }
  }

  private Entry.Place send(String subscriber, byte @Nullable [] value) {
    int partition = partition(subscriber);
    var written = new CompletableFuture<Long>();
    var ignored =
        producer()
            .send(
                new ProducerRecord<>(topic.name(), partition, subscriber, value),
                (place, failure) -> {
                  if (failure == null) {
                    written.complete(place.offset() + 1);
                  } else {
                    written.completeExceptionally(failure);
                  }
                });
    try {
      return place(written.join(), partition);
    } catch (CompletionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
    }
  }

  private Entry.Place place(long offset, int partition) {
    return new Entry.Place(topic.name(), partition, offset);
  }

  private int partition(String subscriber) {
    return Partitions.of(subscriber, topic.partitions());
  }

  private synchronized KafkaProducer<String, byte[]> producer() {
    requireOpen();
    if (producer == null) {
      producer = new KafkaProducer<>(producerSettings());
    }
    return producer;
  }

  private synchronized Admin admin() {
    requireOpen();
    if (admin == null) {
      admin = Admin.create(adminSettings());
    }
    return admin;
  }

  private void requireOpen() {
    if (closed) {
      throw new KafkaException("the gateway is closing");
    }
  }

  private Properties producerSettings() {
    var own = new HashMap<String, Object>();
    own.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
    own.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    own.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
    return OrderedWrites.settings(connection, own);
  }

  private Properties adminSettings() {
    var settings = new Properties();
    settings.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    settings.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
    return connection.addTo(settings);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (producer != null) {
      producer.close(PATIENCE);
    }
    if (admin != null) {
      admin.close(PATIENCE);
    }
  }
}
