package io.gistmill.classifier;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/// Tells of a classifier's failures in a few lines, however many there are: each of them stands
/// with its post anyway. Safe for all threads.
final class SparseLog {

  private static final long PAUSE = Duration.ofSeconds(10).toNanos();

  private final Logger log;
  private final LongSupplier nanoClock;
  private long quietUntil;
  private boolean spoken;
  private long leftOut;

  SparseLog(Logger log, LongSupplier nanoClock) {
    this.log = log;
    this.nanoClock = nanoClock;
  }

  /// One line in ten seconds, with the number of those left out before it.
  void warn(String classifier, String postId, String problem, @Nullable Throwable cause) {
    long before = admit();
    if (before >= 0) {
      log.atWarn()
          .setCause(cause)
          .log(
              "classifier={} postId={} problem=\"{}\" leftOutBefore={}",
              classifier,
              postId,
              problem,
              before);
    }
  }

  private synchronized long admit() {
    long now = nanoClock.getAsLong();
    if (spoken && now - quietUntil < 0) {
      leftOut++;
      return -1;
    }
    spoken = true;
    quietUntil = now + PAUSE;
    long before = leftOut;
    leftOut = 0;
    return before;
  }
}
