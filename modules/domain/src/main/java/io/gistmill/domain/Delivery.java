package io.gistmill.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One digest, or one notice to its owner, on its way by one channel. The ledger's record key is
/// [#key].
///
/// @param digest id; serves the receiver as webhook id or Message-ID, in every attempt the same
/// @param taken when the courier took it up
/// @param attempts oldest first
/// @param offset where the digest stands in its partition of `digests`; null for notices
/// @param requested when somebody asked for it again; null while nobody has
public record Delivery(
    String digest,
    Channel channel,
    String subscriber,
    String subscription,
    Instant cut,
    Instant taken,
    State state,
    List<Attempt> attempts,
    @Nullable Long offset,
    @Nullable Instant requested) {

  private static final String NOTICE = "notice-";

  public Delivery {
    attempts = List.copyOf(attempts);
  }

  /// One that nobody has asked for again, and whose place in `digests` is not known.
  public Delivery(
      String digest,
      Channel channel,
      String subscriber,
      String subscription,
      Instant cut,
      Instant taken,
      State state,
      List<Attempt> attempts) {
    this(digest, channel, subscriber, subscription, cut, taken, state, attempts, null, null);
  }

  public String key() {
    return digest + "|" + channel.name().toLowerCase(Locale.ROOT);
  }

  /// Whether it is a notice: it tells of another delivery that cannot be made, and never of a
  /// notice.
  public boolean tellsOfAnother() {
    return digest.startsWith(NOTICE);
  }

  /// The id of the notice that tells of this one.
  public String noticeId() {
    return NOTICE + digest + "-" + channel.name().toLowerCase(Locale.ROOT);
  }

  /// The same, having come further.
  public Delivery now(State next) {
    return new Delivery(
        digest, channel, subscriber, subscription, cut, taken, next, attempts, offset, requested);
  }

  /// The same, with one more attempt behind it.
  public Delivery after(Attempt attempt, State next) {
    var all = new ArrayList<>(attempts);
    all.add(attempt);
    return new Delivery(
        digest, channel, subscriber, subscription, cut, taken, next, all, offset, requested);
  }

  /// The same, to be sent once more because somebody asked for it.
  public Delivery again(Instant at) {
    return new Delivery(
        digest,
        channel,
        subscriber,
        subscription,
        cut,
        taken,
        new State.Queued(),
        attempts,
        offset,
        at);
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

    /// The peer took it, and it came back later, or its reader complained.
    ///
    /// @param at when the report was read
    /// @param reason as the report says, without addresses
    record Bounced(Instant at, BounceKind kind, String reason) implements State {}

    /// Too old to be sent when it could be.
    record Expired(Instant at) implements State {}
  }
}
