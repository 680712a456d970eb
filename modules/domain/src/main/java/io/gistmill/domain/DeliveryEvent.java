package io.gistmill.domain;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What stands in `deliveries`, the courier's ledger, in the partition of its subscriber.
public sealed interface DeliveryEvent {

  /// Under which it stands there: what is newer under the same key takes its place.
  String key();

  /// Whether a key can be that of an [Updated] alone, so that who does not ask for these need not
  /// read what stands under it: only theirs has one bar.
  static boolean isUpdate(String key) {
    int bar = key.indexOf('|');
    return bar >= 0 && bar == key.lastIndexOf('|');
  }

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

  /// A mail came back, or its reader complained: a report says so that bears our own mark, or an
  /// operator. Whoever keeps the ledger judges it, and writes it again with the time of that, so
  /// that it counts once.
  ///
  /// @param delivery as it stood
  /// @param status an enhanced status code (RFC 3463) such as `5.1.1`; null where there was none
  /// @param reason one line, without addresses
  /// @param at when the report was read
  /// @param counted when it was judged; null until then
  record Bounced(
      Delivery delivery,
      BounceKind kind,
      @Nullable String status,
      String reason,
      Instant at,
      @Nullable Instant counted)
      implements DeliveryEvent {

    @Override
    public String key() {
      return "bounced|" + kind.name().toLowerCase(Locale.ROOT) + "|" + delivery.key();
    }

    /// The same, judged.
    public Bounced countedAt(Instant time) {
      return new Bounced(delivery, kind, status, reason, at, time);
    }
  }
}
