package io.gistmill.domain;

import java.time.Instant;
import java.util.Locale;

/// What stands in `deliveries`, the courier's ledger, in the partition of its subscriber.
public sealed interface DeliveryEvent {

  /// Under which it stands there: what is newer under the same key takes its place.
  String key();

  /// How far a delivery has come.
  record Updated(Delivery delivery) implements DeliveryEvent {
    @Override
    public String key() {
      return delivery.key();
    }
  }

  /// Nothing goes to a subscriber by this channel until its owner confirms it again, later than
  /// this.
  ///
  /// @param reason for the owner
  record Suspended(String subscriber, Channel channel, Instant at, String reason)
      implements DeliveryEvent {
    @Override
    public String key() {
      return "suspended|" + subscriber + "|" + channel.name().toLowerCase(Locale.ROOT);
    }
  }

  /// Somebody wants a delivery to be made at once, or once more. Whoever keeps the ledger does so,
  /// and leaves a tombstone in place of this.
  ///
  /// @param delivery as it stood
  record Requested(Delivery delivery, Instant at) implements DeliveryEvent {
    @Override
    public String key() {
      return "requested|" + delivery.key();
    }
  }
}
