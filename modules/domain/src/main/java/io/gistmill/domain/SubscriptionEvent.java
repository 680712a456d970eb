package io.gistmill.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What stands in `subscriptions`.
public sealed interface SubscriptionEvent {

  /// All that one subscriber wants from now on; an empty list ends it. Takes effect at the first
  /// cut after the tick that follows.
  ///
  /// @param contact where the subscriber is reached
  record Subscribed(String subscriber, List<Subscription> subscriptions, Contact contact)
      implements SubscriptionEvent {
    /// @param contact null, as in documents written before there were any, for none
    public Subscribed(
        String subscriber, List<Subscription> subscriptions, @Nullable Contact contact) {
      this.subscriber = subscriber;
      this.subscriptions = List.copyOf(subscriptions);
      this.contact = contact == null ? Contact.NONE : contact;
    }

    /// One that only pages show.
    public Subscribed(String subscriber, List<Subscription> subscriptions) {
      this(subscriber, subscriptions, null);
    }
  }

  record Ticked(Tick tick) implements SubscriptionEvent {}
}
