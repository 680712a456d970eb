package io.gistmill.classifier;

import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A question that another thread answers. The first answer counts.
final class Posed implements Question {

  private final Post post;
  private final AtomicReference<@Nullable Outcome> answer = new AtomicReference<>();
  private final CountDownLatch answered = new CountDownLatch(1);

  Posed(Post post) {
    this.post = post;
  }

  Post post() {
    return post;
  }

  void answer(Outcome outcome) {
    answer.compareAndSet(null, outcome);
    answered.countDown();
  }

  @Override
  public boolean isAnswered() {
    return answered.getCount() == 0;
  }

  @Override
  public void await(Duration moment) {
    try {
      // Whether it came is asked afterwards.
      var ignored = answered.await(moment.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public Outcome answer() {
    Outcome outcome = answer.get();
    if (outcome == null) {
      throw new IllegalStateException("the question has not been answered yet");
    }
    return outcome;
  }
}
