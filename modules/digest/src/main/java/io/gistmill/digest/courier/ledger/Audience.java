package io.gistmill.digest.courier.ledger;

import io.gistmill.domain.Channel;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.DeliveryEvent.Suspended;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The subscribers of one partition: what they want at this time, where they are reached, and by
/// which ways they are not.
final class Audience {

  /// The ledger forgets what has not been written for longer.
  private static final Duration REMEMBERED = Duration.ofDays(14);

  private final Map<String, Subscribed> subscribers = new HashMap<>();
  private final Map<String, Suspension> suspensions = new HashMap<>();
  private Instant asOf = Instant.MIN;

  private record Suspension(Suspended event, Instant written) {}

  /// @param event null for one who wants to be forgotten
  void hear(String subscriber, @Nullable SubscriptionEvent event) {
    switch (event) {
      case null -> subscribers.remove(subscriber);
      case Subscribed subscribed -> subscribers.put(subscriber, subscribed);
      case SubscriptionEvent.Ticked(var tick) ->
          asOf = tick.instant().isAfter(asOf) ? tick.instant() : asOf;
    }
  }

  /// Whether all is known that was wanted up to then.
  boolean isKnownUpTo(Instant time) {
    return !asOf.isBefore(time);
  }

  void suspend(Suspended event, Instant written) {
    suspensions.merge(
        event.key(),
        new Suspension(event, written),
        (old, fresh) -> fresh.event.at().isBefore(old.event.at()) ? old : fresh);
  }

  void forgetSuspension(String key) {
    suspensions.remove(key);
  }

  Contact contact(String subscriber) {
    Subscribed known = subscribers.get(subscriber);
    return known == null ? Contact.NONE : known.contact();
  }

  boolean hasAddress(String subscriber, Channel channel) {
    return confirmed(subscriber, channel).isPresent();
  }

  boolean isReachable(String subscriber, Channel channel) {
    return hasAddress(subscriber, channel) && suspension(subscriber, channel).isEmpty();
  }

  /// When the address was confirmed; empty when there is none.
  Optional<Instant> confirmed(String subscriber, Channel channel) {
    Contact contact = contact(subscriber);
    return switch (channel) {
      case EMAIL -> Optional.ofNullable(contact.mailbox()).map(Contact.Mailbox::confirmed);
      case WEBHOOK -> Optional.ofNullable(contact.endpoint()).map(Contact.Endpoint::confirmed);
    };
  }

  /// Why nothing goes this way; empty when the owner has confirmed the address since.
  Optional<Suspended> suspension(String subscriber, Channel channel) {
    String key = new Suspended(subscriber, channel, Instant.EPOCH, "").key();
    return Optional.ofNullable(suspensions.get(key))
        .map(Suspension::event)
        .filter(
            event ->
                confirmed(subscriber, channel).filter(time -> time.isAfter(event.at())).isEmpty());
  }

  /// Why a delivery must not be made; empty when nothing speaks against it.
  Optional<String> objection(Delivery delivery) {
    String subscriber = delivery.subscriber();
    if (!delivery.tellsOfAnother()) {
      Optional<String> unwanted = unwanted(delivery);
      if (unwanted.isPresent()) {
        return unwanted;
      }
    }
    if (!hasAddress(subscriber, delivery.channel())) {
      return Optional.of("there is no address any more");
    }
    return suspension(subscriber, delivery.channel())
        .map(event -> "the address is suspended: " + event.reason());
  }

  private Optional<String> unwanted(Delivery delivery) {
    Subscribed known = subscribers.get(delivery.subscriber());
    List<Subscription> wanted = known == null ? List.of() : known.subscriptions();
    Optional<Subscription> subscription =
        wanted.stream().filter(it -> it.id().equals(delivery.subscription())).findFirst();
    if (subscription.isEmpty()) {
      return Optional.of("the subscription has ended");
    }
    if (subscription.get().preferences().paused()) {
      return Optional.of("the subscription is paused");
    }
    return subscription.get().channels().contains(delivery.channel())
        ? Optional.empty()
        : Optional.of("the subscription goes out by other ways");
  }

  /// Suspensions that hold and that the log would forget before long.
  List<Suspended> fading(Instant now) {
    return suspensions.values().stream()
        .filter(it -> it.written.plus(REMEMBERED).isBefore(now))
        .map(Suspension::event)
        // Whoever is forgotten stays so.
        .filter(it -> subscribers.containsKey(it.subscriber()))
        .filter(it -> suspension(it.subscriber(), it.channel()).isPresent())
        .toList();
  }
}
