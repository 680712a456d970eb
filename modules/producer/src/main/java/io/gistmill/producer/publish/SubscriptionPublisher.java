package io.gistmill.producer.publish;

import static io.gistmill.producer.publish.TransactionalWriter.PATIENCE;

import io.gistmill.contracts.Partitions;
import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.kafka.OrderedWrites;
import java.util.Collection;
import java.util.HashMap;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings what a subscriber wants onto the log, at the start of a process.
public final class SubscriptionPublisher {

  private static final Logger LOG = LoggerFactory.getLogger(SubscriptionPublisher.class);

  private final KafkaConnection connection;
  private final Topic<SubscriptionEvent> subscriptions;

  public SubscriptionPublisher(KafkaConnection connection, Topics topics) {
    this.connection = connection;
    this.subscriptions = topics.subscriptions();
  }

  /// Writes it unless the log says the same already, and returns when it is acknowledged. Two
  /// instances that do so at once write the same twice, which changes nothing.
  ///
  /// @return whether something was written
  /// @throws KafkaException when the cluster does not answer in time or refuses it
  public boolean ensure(Subscribed wanted) {
    return ensure(present(wanted.subscriber()), wanted);
  }

  private boolean ensure(Optional<SubscriptionEvent> present, Subscribed wanted) {
    if (present.filter(wanted::equals).isPresent()) {
      return false;
    }
    write(wanted);
    LOG.info(
        "event=subscribed subscriber={} subscriptions={}",
        wanted.subscriber(),
        wanted.subscriptions().size());
    return true;
  }

  /// The same for the public editions, which keep the routes that they have.
  ///
  /// @param routes that they should have at the least
  public boolean ensure(Editions editions, Collection<String> routes) {
    Optional<SubscriptionEvent> present = present(Editions.SUBSCRIBER);
    return ensure(present, editions.widened(present, routes));
  }

  /// What the log says of a subscriber.
  Optional<SubscriptionEvent> present(String subscriber) {
    int partition = Partitions.of(subscriber, subscriptions.partitions());
    return LatestValue.of(connection, subscriptions, partition, subscriber);
  }

  ProducerRecord<String, byte[]> record(Subscribed wanted) {
    byte[] value = subscriptions.values().serializer().serialize(subscriptions.name(), wanted);
    return new ProducerRecord<>(subscriptions.name(), wanted.subscriber(), value);
  }

  private void write(Subscribed wanted) {
    var written = new CompletableFuture<Void>();
    try (var producer = new KafkaProducer<String, byte[]>(settings())) {
      var ignored = producer.send(record(wanted), (place, failure) -> complete(written, failure));
      written.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e);
    }
  }

  private static void complete(CompletableFuture<Void> written, @Nullable Exception failure) {
    if (failure == null) {
      written.complete(null);
    } else {
      written.completeExceptionally(failure);
    }
  }

  private Properties settings() {
    var own = new HashMap<String, Object>();
    own.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 << 20);
    own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
    own.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    own.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
    return OrderedWrites.settings(connection, own);
  }
}
