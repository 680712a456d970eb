package io.gistmill.producer.http;

import io.gistmill.domain.PostIds;
import io.gistmill.runtime.http.Refusal;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongSupplier;

/// How many posts a client may send, by its address and token. A large request is let in as a
/// whole; the next one waits until it is paid off. Safe for all threads.
final class Quota {

  private static final int MOST_CLIENTS = 10_000;

  private final int postsPerSecond;
  private final TimeMeter time;
  private final Map<String, Bucket> clients = new LongestUnused();

  /// @param nanoTime the real time that has passed, from any origin, in nanoseconds
  Quota(int postsPerSecond, LongSupplier nanoTime) {
    this.postsPerSecond = postsPerSecond;
    this.time = new Nanos(nanoTime);
  }

  /// @throws Refusal when the client has to wait
  void check(Context ctx) {
    long nanos = bucket(ctx).estimateAbilityToConsume(1).getNanosToWaitForRefill();
    if (nanos > 0) {
      throw Refusal.later(
          HttpStatus.TOO_MANY_REQUESTS,
          "more than " + postsPerSecond + " posts a second come from this client",
          "send the same again after the time in Retry-After",
          Duration.ofNanos(nanos));
    }
  }

  void charge(Context ctx, int posts) {
    bucket(ctx).consumeIgnoringRateLimits(Math.max(1, posts));
  }

  private Bucket bucket(Context ctx) {
    String token = Objects.requireNonNullElse(ctx.header(Header.AUTHORIZATION), "");
    String client = PostIds.hash(List.of(ctx.ip(), token));
    synchronized (clients) {
      return clients.computeIfAbsent(client, key -> bucket());
    }
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit ->
                limit.capacity(postsPerSecond).refillGreedy(postsPerSecond, Duration.ofSeconds(1)))
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
      return size() > MOST_CLIENTS;
    }
  }
}
