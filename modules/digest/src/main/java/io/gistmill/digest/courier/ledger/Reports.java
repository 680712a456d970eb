package io.gistmill.digest.courier.ledger;

import io.gistmill.delivery.mail.bounce.Bounce;
import io.gistmill.delivery.mail.bounce.SuspensionRule.Seen;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.Attempt;
import io.gistmill.domain.DeliveryEvent.Bounced;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What came back for the mails of one partition. Each report counts once, however often it is
/// heard of.
final class Reports {

  /// As long as the log keeps them.
  private static final Duration REMEMBERED = Duration.ofDays(35);

  private final Map<String, Bounced> all = new TreeMap<>();

  /// As it was found on the log.
  void read(Bounced report) {
    all.merge(report.key(), report, (old, fresh) -> old.counted() == null ? fresh : old);
  }

  void forget(String key) {
    all.remove(key);
  }

  void forgetSubscriber(String subscriber) {
    all.values().removeIf(report -> report.delivery().subscriber().equals(subscriber));
  }

  /// Those that nobody has judged yet.
  List<Bounced> pending() {
    return all.values().stream().filter(report -> report.counted() == null).toList();
  }

  /// @return false when it was counted before
  boolean count(Bounced report, Instant now) {
    all.values().removeIf(old -> old.at().plus(REMEMBERED).isBefore(now));
    Bounced known = all.get(report.key());
    if (known != null && known.counted() != null) {
      return false;
    }
    all.put(report.key(), report.countedAt(now));
    return true;
  }

  /// Those about mails that went to the address which is confirmed now.
  List<Bounced> about(String subscriber, Channel channel, Instant confirmed) {
    return all.values().stream()
        .filter(report -> report.delivery().subscriber().equals(subscriber))
        .filter(report -> report.delivery().channel() == channel)
        .filter(report -> !sent(report.delivery()).isBefore(confirmed))
        .toList();
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
