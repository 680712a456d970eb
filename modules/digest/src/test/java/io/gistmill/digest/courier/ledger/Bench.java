package io.gistmill.digest.courier.ledger;

import io.gistmill.delivery.Outcome;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.State;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.DeliveryEvent.Updated;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Preferences;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.runtime.state.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A ledger on a table, with what it has written so far.
final class Bench {

  static final Instant CUT = Instant.parse("2025-03-05T16:00:00Z");
  static final Duration PAUSE = Duration.ofMinutes(10);
  static final int TRIES = 3;
  static final LedgerRules RULES = rules(Duration.ZERO);

  private final List<Decision<DeliveryEvent>> written = new ArrayList<>();
  private Ledger ledger;
  private Instant now = CUT;
  private long offset;

  Bench() {
    this(RULES);
  }

  Bench(LedgerRules rules) {
    ledger = new Ledger(rules);
  }

  /// Three attempts, ten minutes apart.
  static LedgerRules rules(Duration spread) {
    Pauses pauses = (attempt, id) -> attempt < TRIES ? Optional.of(PAUSE) : Optional.empty();
    return new LedgerRules(spread, Map.of(Channel.EMAIL, pauses, Channel.WEBHOOK, pauses));
  }

  static Subscription subscription(String subscriber, Channel... channels) {
    return subscription(subscriber, Preferences.NONE, channels);
  }

  static Subscription subscription(
      String subscriber, Preferences preferences, Channel... channels) {
    return new Subscription(
        subscriber + "-daily",
        subscriber,
        Subscription.ALL,
        new Cadence.Daily(LocalTime.MIDNIGHT),
        ZoneId.of("UTC"),
        10,
        null,
        preferences,
        List.of(channels));
  }

  static Contact contact(Instant confirmed) {
    return new Contact(
        new Contact.Mailbox("ada@example.org", confirmed),
        new Contact.Endpoint(
            "https://hooks.example.org/secret",
            Contact.Endpoint.Format.STANDARD,
            1,
            null,
            confirmed));
  }

  static final Channel[] BOTH = Channel.values();

  Bench subscribed(String subscriber) {
    return hear(
        new Subscribed(
            subscriber, List.of(subscription(subscriber, BOTH)), contact(CUT.minusSeconds(60))));
  }

  Bench hear(Subscribed event) {
    ledger.hear(event.subscriber(), event);
    return this;
  }

  Bench at(Duration afterCut) {
    now = CUT.plus(afterCut);
    return this;
  }

  Instant now() {
    return now;
  }

  Ledger ledger() {
    return ledger;
  }

  static Digest digest(String subscriber, int day, Channel... channels) {
    return digest(subscription(subscriber, channels), day, 1);
  }

  static Digest digest(Subscription subscription, int day, int items) {
    Instant cut = CUT.plus(Duration.ofDays(day));
    var item = new Digest.Item("s", Fixed.ONE, List.of());
    return new Digest(
        subscription.id() + "." + day,
        subscription,
        cut.minus(Duration.ofDays(1)),
        cut,
        Collections.nCopies(items, item),
        0,
        "hash");
  }

  /// Takes up the digest of a day and returns its key.
  String take(String subscriber, int day, Channel channel) {
    ledger.take(digest(subscriber, day, channel), offset++, now, written::add);
    return subscriber + "-daily." + day + "|" + channel.name().toLowerCase(Locale.ROOT);
  }

  void take(Digest digest) {
    ledger.take(digest, offset++, now, written::add);
  }

  /// Keys of what is due.
  List<String> due() {
    return ledger.due(now, 100, written::add).stream().map(Delivery::key).toList();
  }

  boolean begin(String key) {
    return ledger.begin(key, now, written::add).isPresent();
  }

  void end(String key, Outcome outcome) {
    Instant since = ((State.Sending) ledger.find(key).orElseThrow().state()).since();
    ledger.end(key, since, outcome, now, written::add);
  }

  void hear(DeliveryEvent event) {
    ledger.hear(event, now, written::add);
  }

  /// Does all that is due with one outcome, once.
  List<String> attempt(Outcome outcome) {
    List<String> due = due();
    due.forEach(
        key -> {
          if (begin(key)) {
            end(key, outcome);
          }
        });
    return due;
  }

  /// As it was written last.
  Delivery last(String key) {
    @Nullable Delivery last = null;
    for (Decision<DeliveryEvent> decision : written) {
      if (decision.key().equals(key) && decision.value() instanceof Updated(var delivery)) {
        last = delivery;
      }
    }
    return Objects.requireNonNull(last, key);
  }

  State state(String key) {
    return last(key).state();
  }

  List<Decision<DeliveryEvent>> written() {
    return written;
  }

  /// Keeps the last record of each key, as a log does before long.
  Bench compacted() {
    var last = new HashMap<String, Decision<DeliveryEvent>>();
    written.forEach(decision -> last.put(decision.key(), decision));
    written.removeIf(decision -> last.get(decision.key()) != decision);
    return this;
  }

  /// As another courier finds it.
  Bench reopened(Subscribed... subscribers) {
    ledger = new Ledger(RULES);
    written.forEach(decision -> ledger.read(decision.key(), decision.value(), now));
    for (Subscribed subscriber : subscribers) {
      hear(subscriber);
    }
    ledger.rebuilt(now, written::add);
    return this;
  }
}
