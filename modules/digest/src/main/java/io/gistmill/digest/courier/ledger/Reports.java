package io.gistmill.digest.courier.ledger;

import io.gistmill.delivery.mail.bounce.Bounce;
import io.gistmill.delivery.mail.bounce.SuspensionRule;
import io.gistmill.delivery.mail.bounce.SuspensionRule.Seen;
import io.gistmill.domain.BounceKind;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.Attempt;
import io.gistmill.domain.Delivery.State;
import io.gistmill.domain.DeliveryEvent.Bounced;
import io.gistmill.domain.DeliveryEvent.Suspended;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What came back for the mails of one partition. Each report counts once, however often it is
/// heard of.
final class Reports {

  /// As long as the log keeps them.
  private static final Duration REMEMBERED = Duration.ofDays(35);

  private final Map<String, Bounced> all = new TreeMap<>();

  /// Keys of those that were judged, and written once more behind that by somebody who did not know
  /// them yet.
  private final Set<String> covered = new TreeSet<>();

  /// As it was found on the log.
  void read(Bounced report) {
    Bounced known = all.get(report.key());
    if (known == null || known.counted() == null || report.counted() != null) {
      all.put(report.key(), report);
      covered.remove(report.key());
    } else {
      covered.add(report.key());
    }
  }

  void forget(String key) {
    all.remove(key);
    covered.remove(key);
  }

  void forgetSubscriber(String subscriber) {
    all.values().removeIf(report -> report.delivery().subscriber().equals(subscriber));
    covered.retainAll(all.keySet());
  }

  /// Those that nobody has judged yet.
  List<Bounced> pending() {
    return all.values().stream().filter(report -> report.counted() == null).toList();
  }

  /// Those that the log would lose as judged when it keeps the last record of each key alone.
  List<Bounced> covered() {
    return covered.stream().map(all::get).filter(Objects::nonNull).toList();
  }

  /// As it was judged; empty when it was not, or is forgotten.
  Optional<Bounced> judged(String key) {
    return Optional.ofNullable(all.get(key)).filter(report -> report.counted() != null);
  }

  /// @return false when it was counted before
  boolean count(Bounced report, Instant now) {
    if (report.counted() != null) {
      return false;
    }
    all.values().removeIf(old -> old.at().plus(REMEMBERED).isBefore(now));
    Bounced known = all.get(report.key());
    if (known != null && known.counted() != null) {
      return false;
    }
    all.put(report.key(), report.countedAt(now));
    return true;
  }

  /// The delivery with what came back for it; empty where it shows something worse already, or was
  /// under way when the report was written, and has come further since.
  static Optional<Delivery> shown(Bounced report) {
    Delivery delivery = report.delivery();
    boolean changes =
        switch (delivery.state()) {
          case State.Bounced(_, var before, _) -> before == BounceKind.SOFT;
          case State.Sent _, State.Failed _, State.Expired _ -> true;
          case State.Queued _, State.Sending _, State.Deferred _ -> false;
        };
    return changes
        ? Optional.of(delivery.now(new State.Bounced(report.at(), report.kind(), report.reason())))
        : Optional.empty();
  }

  /// Whether an address has to be suspended, by the rule of [SuspensionRule]. Whoever was
  /// forgotten, is suspended, or has confirmed an address since is not concerned.
  Optional<Suspended> verdict(Bounced report, Audience audience) {
    String subscriber = report.delivery().subscriber();
    Channel channel = report.delivery().channel();
    Optional<Instant> confirmed = audience.confirmed(subscriber, channel);
    if (confirmed.isEmpty() || !audience.isReachable(subscriber, channel)) {
      return Optional.empty();
    }
    List<Bounced> about = about(subscriber, channel, confirmed.get());
    return SuspensionRule.reason(about.stream().map(Reports::seen).toList())
        .map(reason -> new Suspended(subscriber, channel, lastSent(about), reason));
  }

  /// Whoever confirms an address later than that has it work again.
  private static Instant lastSent(List<Bounced> about) {
    return about.stream()
        .map(report -> sent(report.delivery()))
        .max(Comparator.naturalOrder())
        .orElseThrow();
  }

  /// Those about mails that went to the address which is confirmed now.
  private List<Bounced> about(String subscriber, Channel channel, Instant confirmed) {
    return all.values().stream()
        .filter(report -> report.delivery().subscriber().equals(subscriber))
        .filter(report -> report.delivery().channel() == channel)
        .filter(report -> concerns(report.delivery(), confirmed))
        .toList();
  }

  /// Whether a report can be about nothing but the address that was confirmed then. It does not
  /// tell which of several attempts it is about.
  static boolean concerns(Delivery delivery, Instant confirmed) {
    List<Attempt> attempts = delivery.attempts();
    Instant first = attempts.isEmpty() ? delivery.taken() : attempts.getFirst().at();
    return !first.isBefore(confirmed);
  }

  /// When a mail left, as far as the ledger knows.
  static Instant sent(Delivery delivery) {
    List<Attempt> attempts = delivery.attempts();
    return attempts.isEmpty() ? delivery.taken() : attempts.getLast().at();
  }

  static Seen seen(Bounced report) {
    return new Seen(
        new Bounce(report.delivery().digest(), true, null, report.kind(), report.reason()),
        report.at());
  }
}
