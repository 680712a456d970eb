package io.gistmill.gateway.subscribe;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/// How often one may ask, for each address and each client. Safe for all threads.
final class RateLimits {

  private static final int MOST_KEYS = 20_000;

  private final int most;
  private final Duration within;
  private final TimeMeter time;
  private final Map<String, Bucket> buckets = new LongestUnused();

  /// @param most how often in a row, and in the long run within the time
  /// @param nanoTime the real time that has passed, from any origin, in nanoseconds
  RateLimits(int most, Duration within, LongSupplier nanoTime) {
    this.most = most;
    this.within = within;
    this.time = new Nanos(nanoTime);
  }

  /// @return how long to wait; nothing when it is granted
  Duration ask(String key) {
    Bucket bucket;
    synchronized (buckets) {
      bucket = buckets.computeIfAbsent(key, _ -> bucket());
    }
    return Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(most).refillGreedy(most, within))
        .withCustomTimePrecision(time)
        .build();
  }

  private record Nanos(LongSupplier nanoTime) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return nanoTime.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }

  private static final class LongestUnused extends LinkedHashMap<String, Bucket> {
    private static final long serialVersionUID = 1L;

    LongestUnused() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
      return size() > MOST_KEYS;
    }
  }
}
