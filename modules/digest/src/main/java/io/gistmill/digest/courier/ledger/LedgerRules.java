package io.gistmill.digest.courier.ledger;

import io.gistmill.domain.Channel;
import io.gistmill.domain.Delivery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;

/// When deliveries are made.
///
/// @param spread over which the first attempts of one cut are spread, so that not all of them begin
///   at the same moment; zero for at once
/// @param pauses between attempts, for every channel
public record LedgerRules(Duration spread, Map<Channel, Pauses> pauses) {

  /// A digest that is older is sent no more.
  public static final Duration OLDEST = Duration.ofDays(7);

  public LedgerRules {
    pauses = Map.copyOf(pauses);
    for (Channel channel : Channel.values()) {
      if (!pauses.containsKey(channel)) {
        throw new IllegalArgumentException("no pauses are given for " + channel);
      }
    }
  }

  /// When a delivery that was never tried is due. A digest comes later than its cut by a time
  /// derived from its subscription, the part of its id that stays: a reader gets each at the same
  /// minute, and none overtakes the one before.
  Instant firstDue(Delivery delivery) {
    if (delivery.requested() != null) {
      return delivery.requested();
    }
    return delivery.tellsOfAnother()
        ? delivery.taken()
        : delivery.cut().plus(jitter(delivery.subscription()));
  }

  private Duration jitter(String subscription) {
    var hash = new CRC32();
    hash.update(subscription.getBytes(StandardCharsets.UTF_8));
    return Duration.ofMillis((spread.toMillis() * hash.getValue()) >>> Integer.SIZE);
  }

  boolean isTooOld(Delivery delivery, Instant now) {
    Instant since = Objects.requireNonNullElse(delivery.requested(), delivery.cut());
    return since.plus(OLDEST).isBefore(now);
  }

  /// @param delivery with all attempts, the last one too
  Optional<Duration> pause(Delivery delivery) {
    Instant since = Objects.requireNonNullElse(delivery.requested(), Instant.MIN);
    int attempts =
        Math.toIntExact(
            delivery.attempts().stream().filter(it -> !it.at().isBefore(since)).count());
    return Objects.requireNonNull(pauses.get(delivery.channel()))
        .pauseAfter(Math.max(1, attempts), delivery.digest());
  }
}
