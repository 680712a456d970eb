package io.gistmill.courier;

import io.gistmill.contracts.Topics;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.State;
import io.gistmill.domain.DeliveryEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/// All that was ever committed to the ledger, in order, read as it comes. What it tells of repeats
/// is worked out from the order of states alone, and not from what the courier says of them.
final class LedgerHistory implements AutoCloseable {

  private final KafkaConsumer<String, DeliveryEvent> consumer;
  private final SortedMap<String, List<Delivery>> deliveries = new TreeMap<>();
  private final SortedSet<String> suspended = new TreeSet<>();
  private int sent;

  /// A second attempt that began while nobody knew the outcome of the first.
  record Repeat(String key, Instant first, Instant second) {

    /// Whether the first was on its way at some moment.
    boolean wasOpenAt(Instant moment) {
      return !first.isAfter(moment) && !second.isBefore(moment);
    }
  }

  LedgerHistory(String bootstrap, Topics topics) {
    var ledger = topics.deliveries();
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

  /// Waits until so many have come to their end.
  ///
  /// @param keys without the cut
  void awaitSent(Set<String> keys, Duration limit) {
    try {
      await("everything is sent", () -> sent >= keys.size(), limit);
    } catch (AssertionError e) {
      var missing = new TreeSet<>(keys);
      deliveries.keySet().forEach(key -> missing.remove(CourierWorld.keyWithoutCut(key)));
      throw new AssertionError("never taken up: " + missing, e);
    }
  }

  /// Reads on until the ledger is as it should be.
  ///
  /// @param what is waited for, for the message of a failure
  void await(String what, BooleanSupplier enough, Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (!enough.getAsBoolean()) {
      if (System.nanoTime() - deadline > 0) {
        throw new AssertionError(
            "not yet: " + what + "; sent " + sent + ", open, among others: " + open());
      }
      consumer.poll(Duration.ofMillis(100)).forEach(record -> note(record.value()));
    }
  }

  private void note(@Nullable DeliveryEvent event) {
    switch (event) {
      case DeliveryEvent.Updated(var delivery) -> note(delivery);
      case DeliveryEvent.Suspended suspension -> suspended.add(suspension.subscriber());
      case null, default -> {}
    }
  }

  private void note(Delivery delivery) {
    deliveries.computeIfAbsent(delivery.key(), key -> new ArrayList<>()).add(delivery);
    if (delivery.state() instanceof State.Sent) {
      sent++;
    }
  }

  /// Subscribers with an address to which nothing more goes.
  SortedSet<String> suspended() {
    return suspended;
  }

  private List<Delivery> open() {
    return deliveries.values().stream()
        .map(List::getLast)
        .filter(delivery -> !(delivery.state() instanceof State.Sent))
        .limit(20)
        .toList();
  }

  /// How far a delivery has come; empty when it was not taken up yet.
  Optional<Delivery> last(String key) {
    return Optional.ofNullable(deliveries.get(key)).map(List::getLast);
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
