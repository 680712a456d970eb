package io.gistmill.digest.courier;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.runtime.kafka.CommittedReads;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;

/// Finds digests by their place in `digests`: the ledger names them, and holds none. Keeps those at
/// hand that were met last, as they stand in the log. Safe for all threads.
final class DigestShelf implements AutoCloseable {

  /// Bytes; of digests with eight stories some ten thousand.
  private static final long AT_HAND = 32L << 20;

  /// Bytes. Digests of one cut are due in another order than that of the log, so that of many
  /// neighbours few would be asked for while they are at hand.
  private static final int NEIGHBOURS = 64 << 10;

  /// Bytes that keeping one costs beside its own.
  private static final int FRAME = 128;

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Topic<DigestEvent> digests;
  private final KafkaConsumer<String, byte[]> consumer;

  /// The one that was met last at the end.
  private final Map<Place, byte[]> atHand = new LinkedHashMap<>(16, 0.75f, true);

  private long size;

  private record Place(int partition, long offset) {}

  DigestShelf(KafkaConnection kafka, Topics topics) {
    digests = topics.digests();
    var own =
        Map.of(
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            50,
            ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG,
            NEIGHBOURS,
            ConsumerConfig.CLIENT_ID_CONFIG,
            topics.application(Courier.NAME + "-shelf"));
    consumer = new KafkaConsumer<>(CommittedReads.settings(kafka, own));
  }

  /// @param digest as it stands in the log
  void put(int partition, long offset, byte[] digest) {
    synchronized (atHand) {
      byte[] before = atHand.put(new Place(partition, offset), digest);
      size += cost(digest) - (before == null ? 0 : cost(before));
      Iterator<byte[]> eldest = atHand.values().iterator();
      while (size > AT_HAND && atHand.size() > 1) {
        size -= cost(eldest.next());
        eldest.remove();
      }
    }
  }

  private static int cost(byte[] digest) {
    return digest.length + FRAME;
  }

  /// Empty when the log no longer holds it.
  ///
  /// @throws TimeoutException when Kafka does not answer
  Optional<Digest> find(int partition, long offset) {
    var place = new Place(partition, offset);
    Optional<byte[]> known = known(place);
    return (known.isPresent() ? known : read(place)).flatMap(this::digest);
  }

  private Optional<byte[]> known(Place place) {
    synchronized (atHand) {
      return Optional.ofNullable(atHand.get(place));
    }
  }

  private Optional<Digest> digest(byte[] value) {
    try {
      return digests.values().deserializer().deserialize(digests.name(), value)
              instanceof DigestEvent.Made(var digest)
          ? Optional.of(digest)
          : Optional.empty();
    } catch (SerializationException e) {
      // Whoever takes digests up has sent it to the rejects.
      return Optional.empty();
    }
  }

  /// Takes its neighbours along, which are likely to be asked for next.
  private synchronized Optional<byte[]> read(Place place) {
    Optional<byte[]> met = known(place);
    if (met.isPresent()) {
      return met;
    }
    var partition = new TopicPartition(digests.name(), place.partition());
    consumer.assign(List.of(partition));
    consumer.seek(partition, place.offset());
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (consumer.position(partition) <= place.offset()) {
      if (System.nanoTime() - deadline > 0) {
        throw new TimeoutException("the digest at " + place + " could not be read in time");
      }
      consumer.poll(POLL).forEach(this::keep);
    }
    return known(place);
  }

  private void keep(ConsumerRecord<String, byte[]> record) {
    if (record.value() != null) {
      put(record.partition(), record.offset(), record.value());
    }
  }

  @Override
  public synchronized void close() {
    consumer.close();
  }
}
