package io.gistmill.delivery.mail.bounce;

import io.gistmill.domain.BounceKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Says when nothing more should go to an address until its owner confirms it again.
///
/// - A **hard** bounce suspends at once: every further mail to a dead address costs reputation.
/// - A **complaint** suspends at once: whoever calls it spam did not find the way out.
/// - **Soft** bounces suspend when three digests bounced over at least three days, within three
///   weeks. Full mailboxes and servers that are down mend themselves within days, so two failures,
///   or many on one day, say nothing. Whether digests in between got through is not asked: servers
///   report up to five days late, so it is never known. Three weeks let weekly digests count.
public final class SuspensionRule {

  private static final int SOFT = 3;
  private static final Duration SPAN = Duration.ofDays(3);
  private static final Duration WITHIN = Duration.ofDays(21);

  private SuspensionRule() {}

  /// @param at when it was read
  public record Seen(Bounce bounce, Instant at) {}

  /// @param seen of one address since it was confirmed, in any order; the same digest may stand in
  ///   it more than once
  /// @return the reason for the owner, when it is time
  public static Optional<String> reason(List<Seen> seen) {
    return firstOf(seen, BounceKind.COMPLAINT)
        .map(bounce -> "a mail was reported as spam")
        .or(
            () ->
                firstOf(seen, BounceKind.HARD)
                    .map(bounce -> "the address does not exist: " + bounce.diagnostic()))
        .or(() -> soft(seen));
  }

  private static Optional<Bounce> firstOf(List<Seen> seen, BounceKind kind) {
    return seen.stream().map(Seen::bounce).filter(bounce -> bounce.kind() == kind).findFirst();
  }

  private static Optional<String> soft(List<Seen> seen) {
    List<Seen> soft =
        seen.stream()
            .filter(one -> one.bounce().kind() == BounceKind.SOFT)
            .sorted(Comparator.comparing(Seen::at))
            .toList();
    if (soft.isEmpty()) {
      return Optional.empty();
    }
    Seen last = soft.getLast();
    List<Seen> recent =
        soft.stream().filter(one -> !one.at().isBefore(last.at().minus(WITHIN))).toList();
    return lasts(recent)
        ? Optional.of("mails did not get through for days: " + last.bounce().diagnostic())
        : Optional.empty();
  }

  private static boolean lasts(List<Seen> recent) {
    long digests =
        recent.stream().map(one -> String.valueOf(one.bounce().digest())).distinct().count();
    Duration span = Duration.between(recent.getFirst().at(), recent.getLast().at());
    return digests >= SOFT && span.compareTo(SPAN) >= 0;
  }
}
