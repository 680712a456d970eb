package io.gistmill.classifier;

import io.gistmill.domain.Post;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// One batch that a classifier is asked about. Its owner's lock guards it.
final class Call {

  /// A process that stands still for a while loses one slice, not its patience.
  private static final int SLICES = 50;

  /// Looks at a short one may come no oftener than every 200 ms, while many wait.
  private static final long MOMENT = Duration.ofMillis(250).toNanos();

  private final List<Posed> batch;
  private final long slice;
  private final LongSupplier nanoClock;
  private long left;
  private long lookedAt;
  private @Nullable Thread thread;

  Call(List<Posed> batch, Duration within, LongSupplier nanoClock) {
    this.batch = List.copyOf(batch);
    this.slice = Math.max(MOMENT, within.dividedBy(SLICES).toNanos());
    this.left = within.toNanos();
    this.nanoClock = nanoClock;
    this.lookedAt = nanoClock.getAsLong();
  }

  List<Posed> batch() {
    return batch;
  }

  List<Post> posts() {
    return batch.stream().map(Posed::post).toList();
  }

  boolean isTooLate() {
    long now = nanoClock.getAsLong();
    left -= Math.min(now - lookedAt, slice);
    lookedAt = now;
    return left <= 0;
  }

  void worksOn(@Nullable Thread worker) {
    thread = worker;
  }

  void interrupt() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
