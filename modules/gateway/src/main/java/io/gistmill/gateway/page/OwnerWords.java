package io.gistmill.gateway.page;

import io.gistmill.domain.BounceKind;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.domain.Contact.Mailbox;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.DeliveryEvent.Suspended;
import io.gistmill.domain.Subscription;
import io.gistmill.gateway.subscribe.Cadences;
import io.gistmill.gateway.subscribe.Wish;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/// What subscriptions, contacts and deliveries are called.
final class OwnerWords {

  private static final int TOPICS = 3;

  private OwnerWords() {}

  /// Such as `Retrieval, Agents`.
  static String title(Cards cards, Subscription subscription) {
    List<String> topics = Wish.of(subscription).topics();
    if (topics.isEmpty()) {
      return cards.name(Subscription.ALL);
    }
    String first = topics.stream().limit(TOPICS).map(cards::name).collect(Collectors.joining(", "));
    int more = topics.size() - TOPICS;
    return more > 0 ? first + " and " + more + " more" : first;
  }

  /// @param now for the next digest, unless it is paused
  static String summary(Subscription subscription, Instant now) {
    String ways =
        subscription.channels().isEmpty()
            ? "on pages alone"
            : subscription.channels().stream()
                .map(OwnerWords::by)
                .collect(Collectors.joining(" and "));
    String what =
        Texts.capital(Cadences.inWords(subscription.cadence()))
            + ", "
            + subscription.zone().getId()
            + ", "
            + ways
            + ".";
    if (subscription.preferences().paused()) {
      return what;
    }
    Instant next = subscription.cadence().cutAfter(now, subscription.zone());
    return what
        + " The next one is due on "
        + new Calendar(subscription.zone(), now).full(next).text()
        + ".";
  }

  static String by(Channel channel) {
    return switch (channel) {
      case EMAIL -> "by e-mail";
      case WEBHOOK -> "by webhook";
    };
  }

  static String name(Channel channel) {
    return switch (channel) {
      case EMAIL -> "E-mail";
      case WEBHOOK -> "Webhook";
    };
  }

  static String mailbox(Calendar calendar, Contact contact) {
    Mailbox mailbox = contact.mailbox();
    return mailbox == null
        ? "none"
        : mailbox.address() + ", confirmed " + calendar.full(mailbox.confirmed()).text();
  }

  static String endpoint(Calendar calendar, Contact contact) {
    Endpoint endpoint = contact.endpoint();
    return endpoint == null
        ? "none"
        : host(endpoint)
            + " ("
            + receiver(endpoint.format())
            + "), confirmed "
            + calendar.full(endpoint.confirmed()).text()
            + ", secret number "
            + endpoint.generation();
  }

  /// The rest of the address is the key to many a room.
  private static String host(Endpoint endpoint) {
    return Objects.requireNonNullElse(URI.create(endpoint.url()).getHost(), "a webhook");
  }

  private static String receiver(Endpoint.Format format) {
    return format == Endpoint.Format.STANDARD ? "Standard Webhooks" : OwnerPageViews.name(format);
  }

  /// Whether nothing goes that way: not when it was confirmed again since.
  static boolean isClosed(Contact contact, Suspended suspended) {
    Mailbox mailbox = contact.mailbox();
    Endpoint endpoint = contact.endpoint();
    Instant confirmed =
        switch (suspended.channel()) {
          case EMAIL -> mailbox == null ? null : mailbox.confirmed();
          case WEBHOOK -> endpoint == null ? null : endpoint.confirmed();
        };
    return confirmed != null && !confirmed.isAfter(suspended.at());
  }

  static String closed(Calendar calendar, Suspended suspended) {
    return "Nothing goes "
        + by(suspended.channel())
        + " since "
        + calendar.full(suspended.at()).text()
        + ": "
        + Texts.oneLine(suspended.reason())
        + ". Confirm it below, and digests go that way again.";
  }

  static String state(Calendar calendar, Delivery.State state) {
    return switch (state) {
      case Delivery.State.Queued _ -> "waits to be sent";
      case Delivery.State.Sending sending ->
          "on its way since " + calendar.full(sending.since()).text();
      case Delivery.State.Sent sent -> "sent " + calendar.full(sent.at()).text();
      case Delivery.State.Deferred deferred ->
          "not sent yet, the next attempt is on " + calendar.full(deferred.nextAttemptAt()).text();
      case Delivery.State.Bounced(var at, var kind, var reason) ->
          cameBack(kind) + " on " + calendar.full(at).text() + ": " + Texts.oneLine(reason);
      case Delivery.State.Failed failed -> "given up: " + Texts.oneLine(failed.reason());
      case Delivery.State.Expired _ -> "not sent: it was too old when it could be";
    };
  }

  private static String cameBack(BounceKind kind) {
    return switch (kind) {
      case HARD -> "came back for good";
      case SOFT -> "came back";
      case COMPLAINT -> "was reported as spam";
    };
  }
}
