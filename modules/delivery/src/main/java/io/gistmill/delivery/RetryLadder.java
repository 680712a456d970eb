package io.gistmill.delivery;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How long to wait from one try of a delivery to the next, and when to give up.
///
/// Each pause is made up to [#JITTER] longer or shorter, so that deliveries that failed together do
/// not come back together. How much is derived from the delivery and the try, not drawn: whoever
/// reads the ledger anew finds the same times.
///
/// @param pauses the one after the first try first; one try more than pauses is made
public record RetryLadder(List<Duration> pauses) {

  /// The part of a pause by which it is varied, up and down.
  public static final double JITTER = 0.1;

  /// The ladder that Standard Webhooks 1.0 recommends: ten tries over 75 hours, the first at once.
  public static final RetryLadder WEBHOOK =
      new RetryLadder(
          List.of(
              Duration.ofSeconds(5),
              Duration.ofMinutes(5),
              Duration.ofMinutes(30),
              Duration.ofHours(2),
              Duration.ofHours(5),
              Duration.ofHours(10),
              Duration.ofHours(14),
              Duration.ofHours(20),
              Duration.ofHours(24)));

  /// Nine tries, with all jitter within 24 hours: a digest that is older is no news.
  public static final RetryLadder MAIL =
      new RetryLadder(
          List.of(
              Duration.ofMinutes(1),
              Duration.ofMinutes(5),
              Duration.ofMinutes(15),
              Duration.ofMinutes(45),
              Duration.ofHours(2),
              Duration.ofHours(4),
              Duration.ofHours(6),
              Duration.ofHours(8)));

  public RetryLadder {
    pauses = List.copyOf(pauses);
  }

  /// How many are made in all.
  public int tries() {
    return pauses.size() + 1;
  }

  /// How long to wait after a try that failed; empty after the last.
  ///
  /// @param attempt its number, from 1
  /// @param id of the delivery
  public Optional<Duration> pauseAfter(int attempt, String id) {
    if (attempt < 1) {
      throw new IllegalArgumentException("tries count from 1, not " + attempt);
    }
    return attempt > pauses.size()
        ? Optional.empty()
        : Optional.of(varied(pauses.get(attempt - 1), spread(id + "|" + attempt)));
  }

  private static Duration varied(Duration pause, double spread) {
    return Duration.ofMillis(Math.round(pause.toMillis() * (1 + JITTER * spread)));
  }

  /// From -1 up to 1, all equally likely.
  private static double spread(String seed) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
      return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1.0p-52 - 1;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
