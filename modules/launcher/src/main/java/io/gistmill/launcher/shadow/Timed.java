package io.gistmill.launcher.shadow;

import io.gistmill.classifier.api.Classifier;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/// Takes the time of each call of a classifier. Its figures may be read by any thread.
final class Timed implements Classifier {

  private final Classifier classifier;
  private final LongSupplier nanoClock;
  private final AtomicLong posts = new AtomicLong();
  private final AtomicLong nanos = new AtomicLong();
  private final AtomicLong longest = new AtomicLong();

  Timed(Classifier classifier, LongSupplier nanoClock) {
    this.classifier = classifier;
    this.nanoClock = nanoClock;
  }

  @Override
  public List<Outcome> classify(List<Post> asked) {
    long start = nanoClock.getAsLong();
    try {
      return classifier.classify(asked);
    } finally {
      long took = nanoClock.getAsLong() - start;
      posts.addAndGet(asked.size());
      nanos.addAndGet(took);
      longest.accumulateAndGet(took, Math::max);
    }
  }

  Cost cost(String id) {
    long asked = Math.max(1, posts.get());
    return new Cost(id, posts.get(), nanos.get() / 1_000 / asked, longest.get() / 1_000);
  }

  @Override
  public void close() {
    classifier.close();
  }
}
