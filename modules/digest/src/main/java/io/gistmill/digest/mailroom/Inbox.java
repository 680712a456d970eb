package io.gistmill.digest.mailroom;

import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.runtime.state.Table;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Events in order of arrival. Read by number and never scanned, so that what was deleted costs
/// nothing.
final class Inbox {

  private final Table<SubscriptionEvent> events;
  private final Table<Progress> progress;

  Inbox(Table<SubscriptionEvent> events, Table<Progress> progress) {
    this.events = events;
    this.progress = progress;
  }

  void add(SubscriptionEvent event) {
    Progress now = Progress.in(progress);
    events.put(key(now.received()), event);
    now.oneReceived().write(progress);
  }

  @Nullable SubscriptionEvent head() {
    return events.get(key(Progress.in(progress).done()));
  }

  void removeHead() {
    Progress now = Progress.in(progress);
    events.delete(key(now.done()));
    now.oneDone().write(progress);
  }

  private static String key(long number) {
    return HexFormat.of().toHexDigits(number);
  }
}
