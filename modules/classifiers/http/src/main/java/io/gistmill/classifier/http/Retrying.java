package io.gistmill.classifier.http;

import io.gistmill.web.Reply;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// Sends a request again when the service is busy or the connection broke, as long as there is
/// time.
///
/// Pauses double and are drawn between half and the whole, so that several callers do not come back
/// together; where the service names a time, that is the least.
final class Retrying implements AutoCloseable {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final int DOUBLINGS = 6;

  private final Connection connection;
  private final int retries;
  private final Duration timeOut;
  private final LongSupplier nanoClock;
  private final RandomGenerator random;
  private final CountDownLatch closed = new CountDownLatch(1);

  /// @param nanoClock such as `System::nanoTime`
  Retrying(
      Connection connection,
      int retries,
      Duration timeOut,
      LongSupplier nanoClock,
      RandomGenerator random) {
    this.connection = connection;
    this.retries = retries;
    this.timeOut = timeOut;
    this.nanoClock = nanoClock;
    this.random = random;
  }

  /// @param deadline by the clock, in nanoseconds
  /// @throws InterruptedException when the caller was
  Exchanged send(byte[] json, long deadline) throws InterruptedException {
    for (int attempt = 0; ; attempt++) {
      Duration left = left(deadline);
      if (!left.isPositive()) {
        return new Exchanged.Failed("there was no time left to ask the service");
      }
      Reply reply = connection.send(json, left.compareTo(timeOut) < 0 ? left : timeOut);
      Verdict verdict = Verdict.of(reply);
      if (!verdict.passing() || attempt == retries || !paused(attempt, verdict, deadline)) {
        return verdict.exchanged(attempt + 1);
      }
    }
  }

  /// @return false when there is no time for a pause and another attempt
  private boolean paused(int attempt, Verdict verdict, long deadline) throws InterruptedException {
    Duration pause = pause(attempt);
    Duration least = verdict.retryAfter();
    pause = least.compareTo(pause) > 0 ? least : pause;
    if (pause.compareTo(left(deadline)) >= 0) {
      return false;
    }
    return !closed.await(pause.toNanos(), TimeUnit.NANOSECONDS);
  }

  private Duration pause(int attempt) {
    long whole = FIRST_PAUSE.toNanos() << Math.min(attempt, DOUBLINGS);
    return Duration.ofNanos(whole / 2 + random.nextLong(whole / 2));
  }

  private Duration left(long deadline) {
    return Duration.ofNanos(deadline - nanoClock.getAsLong());
  }

  @Override
  public void close() {
    closed.countDown();
    connection.close();
  }
}
