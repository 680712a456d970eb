package io.gistmill.digest.courier.api;

import io.gistmill.domain.Channel;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Which deliveries are meant.
///
/// @param digest id; null for all
/// @param subscription id; null for all
/// @param channel null for all
/// @param state as [#name] has it; null for all
/// @param since the cut of the oldest, inclusive
record DeliveryFilter(
    @Nullable String digest,
    @Nullable String subscription,
    @Nullable Channel channel,
    @Nullable String state,
    Instant since) {

  static final List<String> STATES =
      List.of("queued", "sending", "sent", "deferred", "bounced", "failed", "expired");

  /// A state in one word.
  static String name(State state) {
    return switch (state) {
      case State.Queued _ -> "queued";
      case State.Sending _ -> "sending";
      case State.Sent _ -> "sent";
      case State.Deferred _ -> "deferred";
      case State.Bounced _ -> "bounced";
      case State.Failed _ -> "failed";
      case State.Expired _ -> "expired";
    };
  }

  static String name(Channel channel) {
    return channel.name().toLowerCase(Locale.ROOT);
  }

  /// All but the state, which changes.
  boolean concerns(Delivery delivery) {
    return (digest == null || digest.equals(delivery.digest()))
        && (subscription == null || subscription.equals(delivery.subscription()))
        && (channel == null || channel == delivery.channel())
        && !delivery.cut().isBefore(since);
  }

  boolean fits(Delivery delivery) {
    return concerns(delivery) && (state == null || state.equals(name(delivery.state())));
  }
}
