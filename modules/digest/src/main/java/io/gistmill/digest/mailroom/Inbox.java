package io.gistmill.digest.mailroom;

import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.runtime.state.Table;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Events in order of arrival. Read by number and never scanned, so that what was deleted costs
/// nothing.
final class Inbox {

  private final Table<SubscriptionEvent> events;
  private final CurrentProgress progress;

  /// What stands at the head of the table, once it was looked at.
  private @Nullable SubscriptionEvent head;

  Inbox(Table<SubscriptionEvent> events, CurrentProgress progress) {
    this.events = events;
    this.progress = progress;
  }

  void add(SubscriptionEvent event) {
    Progress now = progress.get();
    events.put(key(now.received()), event);
    progress.set(now.oneReceived());
  }

  @Nullable SubscriptionEvent head() {
    if (head == null) {
      head = events.get(key(progress.get().done()));
    }
    return head;
  }

  void removeHead() {
    Progress now = progress.get();
    events.delete(key(now.done()));
    progress.set(now.oneDone());
    head = null;
  }

  private static String key(long number) {
    return HexFormat.of().toHexDigits(number);
  }
}
