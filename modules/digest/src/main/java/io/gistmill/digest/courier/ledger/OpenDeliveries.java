package io.gistmill.digest.courier.ledger;

import io.gistmill.domain.Delivery;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Deliveries that are not at an end, in the order in which they are due.
///
/// One of them is lent for an attempt. Of one subscriber and channel only one is lent at a time, so
/// that digests arrive in their order; one that has to wait for its next attempt does not hold up
/// those behind it.
final class OpenDeliveries {

  private final Map<String, Delivery> all = new HashMap<>();
  private final Map<String, Due> scheduled = new HashMap<>();
  private final NavigableSet<Due> due = new TreeSet<>();

  /// Key of the delivery that is lent, by its way.
  private final Map<String, String> lent = new HashMap<>();

  /// What came up while another delivery of the same way was lent.
  private final Map<String, NavigableSet<Due>> behind = new HashMap<>();

  private record Due(Instant at, Instant cut, String key, String way) implements Comparable<Due> {

    private static final Comparator<Due> ORDER =
        Comparator.comparing(Due::at).thenComparing(Due::cut).thenComparing(Due::key);

    @Override
    public int compareTo(Due other) {
      return ORDER.compare(this, other);
    }
  }

  private static String way(Delivery delivery) {
    return delivery.subscriber() + "|" + delivery.channel();
  }

  @Nullable Delivery get(String key) {
    return all.get(key);
  }

  Collection<Delivery> all() {
    return Collections.unmodifiableCollection(all.values());
  }

  int count() {
    return all.size();
  }

  boolean isLent(Delivery delivery) {
    return delivery.key().equals(lent.get(way(delivery)));
  }

  /// Notes how far a delivery has come, and leaves open when it is due.
  void put(Delivery delivery) {
    all.put(delivery.key(), delivery);
  }

  /// Notes how far a delivery has come, takes it back if it was lent, and makes it due.
  void schedule(Delivery delivery, Instant at) {
    remove(delivery);
    all.put(delivery.key(), delivery);
    var entry = new Due(at, delivery.cut(), delivery.key(), way(delivery));
    scheduled.put(delivery.key(), entry);
    due.add(entry);
  }

  void remove(Delivery delivery) {
    all.remove(delivery.key());
    Due entry = scheduled.remove(delivery.key());
    if (entry != null) {
      due.remove(entry);
      NavigableSet<Due> waiting = behind.get(entry.way());
      if (waiting != null) {
        waiting.remove(entry);
      }
    }
    release(delivery);
  }

  private void release(Delivery delivery) {
    String way = way(delivery);
    if (lent.remove(way, delivery.key())) {
      NavigableSet<Due> next = behind.remove(way);
      if (next != null) {
        due.addAll(next);
      }
    }
  }

  /// Lends one that is in the middle of an attempt.
  void lend(Delivery delivery) {
    lent.put(way(delivery), delivery.key());
  }

  /// Lends the next one that is due.
  Optional<Delivery> lendNext(Instant now) {
    while (!due.isEmpty() && !due.first().at().isAfter(now)) {
      Due next = due.removeFirst();
      if (lent.putIfAbsent(next.way(), next.key()) == null) {
        scheduled.remove(next.key());
        return Optional.ofNullable(all.get(next.key()));
      }
      behind.computeIfAbsent(next.way(), way -> new TreeSet<>()).add(next);
    }
    return Optional.empty();
  }

  /// When the next one is due; empty when nothing waits.
  Optional<Instant> nextDue() {
    return due.isEmpty() ? Optional.empty() : Optional.of(due.first().at());
  }
}
