package io.gistmill.gateway.subscribe;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.domain.Contact.Mailbox;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.DeliveryEvent.Suspended;
import io.gistmill.domain.Language;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.gateway.store.SentDigest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the API says.
final class OwnerViews {

  private OwnerViews() {}

  /// @param next the last subscriber of the page, to go on behind; null at the end
  record Listing(List<Subscriber> subscribers, @Nullable String next) {}

  record Subscriber(
      String subscriber,
      @Nullable String email,
      @Nullable String webhook,
      @Nullable String format,
      List<Suspension> suspensions,
      List<OneSubscription> subscriptions) {

    static Subscriber of(Subscribed owner, List<Suspended> suspensions) {
      Contact contact = owner.contact();
      Mailbox mailbox = contact.mailbox();
      Endpoint endpoint = contact.endpoint();
      return new Subscriber(
          owner.subscriber(),
          mailbox == null ? null : mailbox.address(),
          endpoint == null ? null : endpoint.url(),
          endpoint == null ? null : endpoint.format().name().toLowerCase(Locale.ROOT),
          suspensions.stream().map(Suspension::of).toList(),
          owner.subscriptions().stream().map(OneSubscription::of).toList());
    }
  }

  /// A way that is closed until it is confirmed again.
  record Suspension(String channel, Instant at, String reason) {
    static Suspension of(Suspended it) {
      return new Suspension(it.channel().name().toLowerCase(Locale.ROOT), it.at(), it.reason());
    }
  }

  /// With the fields that a change takes, so that it can be sent back. What has no effect is left
  /// out, so that it can be sent back as it is.
  ///
  /// @param at null every quarter-hour
  /// @param day null unless weekly
  record OneSubscription(
      String id,
      String subscriber,
      List<String> topics,
      List<String> excluded,
      String filter,
      String every,
      @Nullable String at,
      @Nullable String day,
      String zone,
      int items,
      int minutes,
      String language,
      boolean sendEmpty,
      List<String> channels,
      boolean paused,
      List<String> mutedSources,
      List<String> mutedAuthors,
      List<String> mutedStories) {

    static OneSubscription of(Subscription it) {
      Wish wish = Wish.of(it);
      Cadence cadence = wish.cadence();
      Language language = wish.language();
      return new OneSubscription(
          it.id(),
          it.subscriber(),
          wish.topics(),
          wish.excluded(),
          wish.filter(),
          Cadences.every(cadence),
          Cadences.hasHour(cadence) ? Cadences.at(cadence).toString() : null,
          Cadences.hasDay(cadence) ? Cadences.day(cadence).name().toLowerCase(Locale.ROOT) : null,
          wish.zone().getId(),
          wish.items(),
          wish.minutes(),
          language == null ? "any" : language.name().toLowerCase(Locale.ROOT),
          wish.sendEmpty() && Cadences.hasHour(cadence),
          it.channels().stream().map(way -> way.name().toLowerCase(Locale.ROOT)).toList(),
          it.preferences().paused(),
          it.selection().mutedSources(),
          it.selection().mutedAuthors(),
          it.selection().mutedStories());
    }
  }

  /// @param status `waiting` for a confirmation, or `done`
  record Asked(String status, String message) {}

  /// @param manage the owner's page
  record Created(String subscriber, String subscription, String manage) {}

  record Link(String manage, String token) {}

  /// @param publicKey of signatures of version `v1a`
  /// @param rotated until when the secret before it signs too; null when it does not
  record Secret(String secret, String publicKey, @Nullable Instant rotated) {}

  record Deliveries(String subscription, List<OneDigest> digests) {}

  record OneDigest(String digest, Instant cut, int stories, List<Delivery> deliveries) {
    static OneDigest of(SentDigest it) {
      return new OneDigest(it.id(), it.cut(), it.stories(), it.deliveries());
    }
  }
}
