package io.gistmill.digest.courier;

import io.gistmill.digest.courier.ledger.LedgerRules;
import io.gistmill.domain.Channel;
import java.time.Duration;
import java.util.Map;

/// How the courier works.
///
/// @param rules when deliveries are made
/// @param atOnce attempts of all destinations of a channel together at the same time
/// @param perDestination attempts of one destination at the same time, once it has answered
/// @param session after which a silent courier's partitions go to another
public record CourierSettings(
    LedgerRules rules, Map<Channel, Integer> atOnce, int perDestination, Duration session) {

  /// Most of them can hang without anybody noticing; each holds a few dozen kilobytes.
  public static final int WEBHOOKS_AT_ONCE = 256;

  public static final int PER_DESTINATION = 4;

  public CourierSettings {
    atOnce = Map.copyOf(atOnce);
  }
}
