package io.gistmill.classifier;

import io.gistmill.domain.Post;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One batch that a classifier is asked about. Its owner's lock guards it.
final class Call {

  /// A process that stands still for a while loses one slice, not its patience.
  private static final int SLICES = 50;

  /// Looks at a short one may come no oftener than this.
  private static final long MOMENT = Duration.ofMillis(100).toNanos();

  private final List<Posed> batch;
  private final long slice;
  private long left;
  private long lookedAt = System.nanoTime();
  private @Nullable Thread thread;

  Call(List<Posed> batch, Duration within) {
    this.batch = List.copyOf(batch);
    this.slice = Math.max(MOMENT, within.dividedBy(SLICES).toNanos());
    this.left = within.toNanos();
  }

  List<Posed> batch() {
    return batch;
  }

  List<Post> posts() {
    return batch.stream().map(Posed::post).toList();
  }

  boolean isTooLate() {
    long now = System.nanoTime();
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
