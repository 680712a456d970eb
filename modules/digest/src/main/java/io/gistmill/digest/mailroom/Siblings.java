package io.gistmill.digest.mailroom;

import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.runtime.state.Table;
import java.util.List;

/// The other subscriptions of one reader.
final class Siblings {

  private final Table<Subscribed> subscribers;

  /// @param subscribers what each subscriber has now
  Siblings(Table<Subscribed> subscribers) {
    this.subscribers = subscribers;
  }

  List<Subscription> of(Subscription subscription) {
    Subscribed now = subscribers.get(subscription.subscriber());
    return now == null
        ? List.of()
        : now.subscriptions().stream()
            .filter(other -> !other.id().equals(subscription.id()))
            .toList();
  }
}
