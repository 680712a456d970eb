package io.gistmill.domain;

import java.time.Instant;

/// What stands in `deliveries`, the courier's ledger, in the partition of its subscriber.
public sealed interface DeliveryEvent {

  /// How far a delivery has come.
  record Updated(Delivery delivery) implements DeliveryEvent {}

  /// Nothing goes to a subscriber by this channel until its owner confirms it again, later than
  /// this.
  ///
  /// @param reason for the owner
  record Suspended(String subscriber, Channel channel, Instant at, String reason)
      implements DeliveryEvent {}
}
