package io.gistmill.classifier;

import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks a classifier that is trusted with the thread of the stream, there. For one thread at a
/// time.
final class InPlaceClassifier implements Supervised {

  private static final Logger LOG = LoggerFactory.getLogger(InPlaceClassifier.class);

  private final ActiveClassifier active;
  private final Tally tally;
  private final CircuitBreaker circuit;
  private final Guarded guarded;
  private final LongSupplier nanoClock;

  InPlaceClassifier(ActiveClassifier active, Tally tally, Supervision supervision) {
    this.active = active;
    this.tally = tally;
    this.circuit = new CircuitBreaker(supervision);
    this.nanoClock = supervision.nanoClock();
    this.guarded = new Guarded(active, nanoClock);
  }

  @Override
  public Question ask(Post post) {
    return new Question() {
      @Override
      public boolean isAnswered() {
        return true;
      }

      @Override
      public void await(Duration moment) {
        // There is nothing to wait for.
      }

      @Override
      public Outcome answer() {
        return answered(post).outcome();
      }
    };
  }

  private Answered answered(Post post) {
    if (circuit.isOpen()) {
      return tally.noted(
          Answered.failed(
              active.id(), Failure.SKIPPED, "it was not asked, since it has failed too often"));
    }
    long began = nanoClock.getAsLong();
    Answered answered = guarded.inPlace(post);
    tally.called(nanoClock.getAsLong() - began);
    circuit.note(answered);
    return tally.noted(answered);
  }

  @Override
  public void drop(Question question) {
    // It is only asked when the answer is wanted.
  }

  @Override
  public boolean slow() {
    return false;
  }

  @Override
  public void look() {
    // It is never waited for.
  }

  @Override
  public void close() {
    try {
      active.classifier().close();
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("classifier did not close classifier={}", active.id(), e);
    }
  }
}
