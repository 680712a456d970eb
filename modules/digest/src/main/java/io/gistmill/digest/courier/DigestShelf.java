package io.gistmill.digest.courier;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.runtime.kafka.CommittedReads;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.time.Duration;
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
/// hand that were met last. Safe for all threads.
final class DigestShelf implements AutoCloseable {

  private static final int AT_HAND = 2_000;
  private static final int NEIGHBOURS = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration POLL = Duration.ofMillis(200);

  private final Topic<DigestEvent> digests;
  private final KafkaConsumer<String, byte[]> consumer;

  private final Map<Place, Digest> atHand =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Digest> eldest) {
          return size() > AT_HAND;
        }
      };

  private record Place(int partition, long offset) {}

  DigestShelf(KafkaConnection kafka, Topics topics) {
    digests = topics.digests();
    var own =
        Map.of(
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            50,
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            NEIGHBOURS,
            ConsumerConfig.CLIENT_ID_CONFIG,
            topics.application(Courier.NAME + "-shelf"));
    consumer = new KafkaConsumer<>(CommittedReads.settings(kafka, own));
  }

  void put(int partition, long offset, Digest digest) {
    synchronized (atHand) {
      atHand.put(new Place(partition, offset), digest);
    }
  }

  /// Empty when the log no longer holds it.
  ///
  /// @throws TimeoutException when Kafka does not answer
  Optional<Digest> find(int partition, long offset) {
    var place = new Place(partition, offset);
    Optional<Digest> known = known(place);
    return known.isPresent() ? known : read(place);
  }

  private Optional<Digest> known(Place place) {
    synchronized (atHand) {
      return Optional.ofNullable(atHand.get(place));
    }
  }

  /// Takes its neighbours along, which are likely to be asked for next.
  private synchronized Optional<Digest> read(Place place) {
    Optional<Digest> met = known(place);
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
    try {
      if (digests.values().deserializer().deserialize(digests.name(), record.value())
          instanceof DigestEvent.Made(var digest)) {
        put(record.partition(), record.offset(), digest);
      }
    } catch (SerializationException e) {
      // Whoever takes digests up has sent it to the rejects.
    }
  }

  @Override
  public synchronized void close() {
    consumer.close();
  }
}
