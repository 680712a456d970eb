package io.gistmill.digest.mailroom;

import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.runtime.state.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Who wants what. A change waits until the next tick's cuts are made.
final class Subscribers {

  /// How far before a change a window may begin; stories are kept for longer.
  private static final Duration LONGEST_BEHIND = Duration.ofDays(7);

  private static final String PENDING = "pending|";
  private static final String PENDING_END = "pending}";

  private final Table<Subscribed> pending;
  private final Table<Subscribed> current;
  private final Table<Standing> subscriptions;
  private final DueIndex due;
  private final ShownDigests shown;

  /// No change is pending before this key; see [DueIndex] for the reason.
  private String start = PENDING;

  Subscribers(MailroomTables tables, DueIndex due, ShownDigests shown) {
    this.shown = shown;
    this.pending = tables.pending();
    this.current = tables.subscribers();
    this.subscriptions = tables.subscriptions();
    this.due = due;
  }

  static String key(String subscriber) {
    return PENDING + subscriber;
  }

  /// The change that brings a subscription, or null where none does.
  static @Nullable Subscribed waiting(Table<Subscribed> pending, String subscription) {
    var found =
        new Object() {
          @Nullable Subscribed change;
        };
    pending.scan(
        PENDING,
        PENDING_END,
        (_, change) -> {
          found.change = brings(change, subscription) ? change : null;
          return found.change == null;
        });
    return found.change;
  }

  private static boolean brings(Subscribed change, String subscription) {
    return change.subscriptions().stream().anyMatch(each -> each.id().equals(subscription));
  }

  void note(Subscribed change) {
    pending.put(key(change.subscriber()), change);
    start = PENDING;
  }

  /// Lets one pending change take effect.
  ///
  /// @param tick whose cuts are made; new subscriptions start there, and those that begin with a
  ///   digest of the period before are due at once
  /// @return false when no change is pending
  boolean settleOne(Instant tick) {
    Map.Entry<String, Subscribed> change = pending.first(start, PENDING_END);
    if (change == null) {
      return false;
    }
    start = change.getKey();
    settle(change.getValue(), tick);
    pending.delete(change.getKey());
    return true;
  }

  private void settle(Subscribed change, Instant tick) {
    var wanted = new TreeMap<String, Subscription>();
    change.subscriptions().forEach(subscription -> wanted.put(subscription.id(), subscription));
    for (Subscription old : subscriptionsOf(change.subscriber())) {
      if (!wanted.containsKey(old.id())) {
        end(old.id());
      }
    }
    wanted.values().forEach(subscription -> setUp(subscription, tick));
    if (wanted.isEmpty()) {
      current.delete(change.subscriber());
    } else {
      current.put(change.subscriber(), change);
    }
  }

  private List<Subscription> subscriptionsOf(String subscriber) {
    Subscribed now = current.get(subscriber);
    return now == null ? List.of() : now.subscriptions();
  }

  private void end(String id) {
    Standing standing = subscriptions.get(id);
    if (standing != null) {
      due.remove(standing);
      subscriptions.delete(id);
      shown.forget(id);
    }
  }

  private void setUp(Subscription subscription, Instant tick) {
    Standing before = subscriptions.get(subscription.id());
    if (before != null) {
      due.remove(before);
    }
    Standing standing =
        before == null
            ? begun(subscription, tick)
            : Standing.after(subscription, windowStart(before, tick), tick);
    subscriptions.put(subscription.id(), standing);
    due.put(standing);
  }

  /// Whoever changes the day again and again gets no window longer than two weeks.
  private static Instant windowStart(Standing before, Instant tick) {
    Instant earliest = tick.minus(LONGEST_BEHIND);
    return before.lastCut().isBefore(earliest) ? earliest : before.lastCut();
  }

  /// Who has just signed up gets something to read at once; pages alone have readers already.
  private static Standing begun(Subscription subscription, Instant tick) {
    boolean sent = !subscription.channels().isEmpty() && !subscription.preferences().paused();
    return sent ? Standing.first(subscription, tick) : Standing.after(subscription, tick, tick);
  }
}
