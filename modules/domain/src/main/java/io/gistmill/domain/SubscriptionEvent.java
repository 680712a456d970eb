package io.gistmill.domain;

import java.util.List;

/// What stands in `subscriptions`.
public sealed interface SubscriptionEvent {

  /// All that one subscriber wants from now on; an empty list ends it. Takes effect at the first
  /// cut after the tick that follows.
  record Subscribed(String subscriber, List<Subscription> subscriptions)
      implements SubscriptionEvent {
    public Subscribed {
      subscriptions = List.copyOf(subscriptions);
    }
  }

  record Ticked(Tick tick) implements SubscriptionEvent {}
}
