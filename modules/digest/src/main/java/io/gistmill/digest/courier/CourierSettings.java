package io.gistmill.digest.courier;

import io.gistmill.digest.courier.ledger.LedgerRules;
import java.time.Duration;

/// How the courier works.
///
/// @param rules when deliveries are made
/// @param atOnce attempts of all destinations together at the same time
/// @param perDestination attempts of one destination at the same time, once it has answered
/// @param session after which a silent courier's partitions go to another
public record CourierSettings(
    LedgerRules rules, int atOnce, int perDestination, Duration session) {

  /// Half of it can hang without anybody noticing, at a few dozen kilobytes each.
  public static final int AT_ONCE = 512;

  public static final int PER_DESTINATION = 4;
}
