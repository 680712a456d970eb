package io.gistmill.digest.courier.api;

import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.State;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A delivery as operators see it: without addresses, which the ledger does not hold.
///
/// @param state in one word
/// @param at when that state was reached; null for those that wait
/// @param next when the next attempt is due; null when there is none
/// @param reason why it was given up, or how it came back; null when it was not
record DeliveryView(
    String digest,
    String channel,
    String subscriber,
    String subscription,
    Instant cut,
    String state,
    @Nullable Instant at,
    @Nullable Instant next,
    @Nullable String reason,
    List<Delivery.Attempt> attempts) {

  static DeliveryView of(Delivery delivery) {
    return new DeliveryView(
        delivery.digest(),
        DeliveryFilter.name(delivery.channel()),
        delivery.subscriber(),
        delivery.subscription(),
        delivery.cut(),
        DeliveryFilter.name(delivery.state()),
        at(delivery.state()),
        delivery.state() instanceof State.Deferred(var next) ? next : null,
        reason(delivery.state()),
        delivery.attempts());
  }

  private static @Nullable String reason(State state) {
    return switch (state) {
      case State.Failed(_, var reason) -> reason;
      case State.Bounced(_, var kind, var reason) ->
          kind.name().toLowerCase(Locale.ROOT) + ": " + reason;
      case State.Queued _, State.Sending _, State.Sent _, State.Deferred _, State.Expired _ -> null;
    };
  }

  private static @Nullable Instant at(State state) {
    return switch (state) {
      case State.Sending(var since) -> since;
      case State.Sent(var at) -> at;
      case State.Failed(var at, _) -> at;
      case State.Bounced(var at, _, _) -> at;
      case State.Expired(var at) -> at;
      case State.Queued _, State.Deferred _ -> null;
    };
  }
}
