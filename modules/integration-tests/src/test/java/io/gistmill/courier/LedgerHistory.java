package io.gistmill.courier;

import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.State;
import io.gistmill.domain.DeliveryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/// All that was ever committed to the ledger, in order, read as it comes. What it tells of repeats
/// is worked out from the order of states alone, and not from what the courier says of them.
final class LedgerHistory implements AutoCloseable {

  private final KafkaConsumer<String, DeliveryEvent> consumer;
  private final SortedMap<String, List<Delivery>> deliveries = new TreeMap<>();
  private int sent;

  /// A second attempt that began while nobody knew the outcome of the first.
  record Repeat(String key, Instant first, Instant second) {

    /// Whether the first was on its way at some moment.
    boolean wasOpenAt(Instant moment) {
      return !first.isAfter(moment) && !second.isBefore(moment);
    }
  }

  LedgerHistory(String bootstrap) {
    var ledger = CourierWorld.TOPICS.deliveries();
    consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", bootstrap,
                "isolation.level", "read_committed",
                "reconnect.backoff.max.ms", "200"),
            ledger.keys().deserializer(),
            ledger.values().deserializer());
    List<TopicPartition> partitions =
        IntStream.range(0, ledger.partitions())
            .mapToObj(it -> new TopicPartition(ledger.name(), it))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /// Waits until so many deliveries have come to their end.
  void awaitSent(int count, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (sent < count) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError(
            "of " + count + " deliveries only " + sent + " were sent; open: " + open());
      }
      consumer.poll(Duration.ofMillis(100)).forEach(record -> note(record.value()));
    }
  }

  private void note(DeliveryEvent event) {
    if (event instanceof DeliveryEvent.Updated(var delivery)) {
      deliveries.computeIfAbsent(delivery.key(), key -> new ArrayList<>()).add(delivery);
      if (delivery.state() instanceof State.Sent) {
        sent++;
      }
    }
  }

  private List<Delivery> open() {
    return deliveries.values().stream()
        .map(List::getLast)
        .filter(delivery -> !(delivery.state() instanceof State.Sent))
        .limit(20)
        .toList();
  }

  /// By key, oldest state first.
  SortedMap<String, List<Delivery>> deliveries() {
    return deliveries;
  }

  List<Repeat> repeats() {
    return deliveries.values().stream().flatMap(states -> repeats(states).stream()).toList();
  }

  private static List<Repeat> repeats(List<Delivery> states) {
    var repeats = new ArrayList<Repeat>();
    for (int i = 1; i < states.size(); i++) {
      if (states.get(i - 1).state() instanceof State.Sending(var first)
          && states.get(i).state() instanceof State.Sending(var second)) {
        repeats.add(new Repeat(states.get(i).key(), first, second));
      }
    }
    return repeats;
  }

  @Override
  public void close() {
    consumer.close();
  }
}
