package io.gistmill.domain;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// One digest on its way by one channel. The ledger's record key is [#key].
///
/// @param digest id; serves the receiver as webhook id or Message-ID, in every attempt the same
/// @param taken when the courier took it up
/// @param attempts oldest first
public record Delivery(
    String digest,
    Channel channel,
    String subscriber,
    String subscription,
    Instant cut,
    Instant taken,
    State state,
    List<Attempt> attempts) {

  public Delivery {
    attempts = List.copyOf(attempts);
  }

  public String key() {
    return digest + "|" + channel.name().toLowerCase(Locale.ROOT);
  }

  /// @param number from 1
  /// @param outcome in words, such as the peer's answer
  public record Attempt(int number, Instant at, String outcome) {}

  public sealed interface State {

    /// Taken up, and never tried yet.
    record Queued() implements State {}

    /// An attempt is on its way, or was when its courier died: the peer may have the digest.
    record Sending(Instant since) implements State {}

    /// The peer took it.
    record Sent(Instant at) implements State {}

    /// To be tried again.
    record Deferred(Instant nextAttemptAt) implements State {}

    /// Given up for good.
    record Failed(Instant at, String reason) implements State {}

    /// Too old to be sent when it could be.
    record Expired(Instant at) implements State {}
  }
}
