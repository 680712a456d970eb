package io.gistmill.classifier;

import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks one classifier, on a thread of its own unless it is one for the thread of the stream.
/// Whatever it does there, there is an outcome, and soon: a call that takes too long is given up,
/// and until it returns no other is made.
///
/// For one thread at a time.
final class SupervisedClassifier implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SupervisedClassifier.class);
  private static final int MAX_REASON = 300;

  private static final Duration IDLE = Duration.ofSeconds(10);

  /// A process that stands still for a while loses one slice, not its patience.
  private static final int SLICES = 50;

  private final ActiveClassifier active;
  private final Supervision supervision;
  private final CircuitBreaker circuit;
  private final ExecutorService thread;
  private volatile @Nullable Thread busy;
  private @Nullable CompletableFuture<?> givenUp;

  SupervisedClassifier(ActiveClassifier active, Supervision supervision, LongSupplier nanoClock) {
    this.active = active;
    this.supervision = supervision;
    this.circuit = new CircuitBreaker(supervision, nanoClock);
    this.thread = thread(active.id());
  }

  /// One thread, which ends when it is idle: a tagger may be forgotten without being closed.
  private static ExecutorService thread(String id) {
    var thread =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("classifier " + id).factory());
    thread.allowCoreThreadTimeOut(true);
    return thread;
  }

  /// @throws IllegalStateException when the calling thread is interrupted
  Outcome ask(Post post) {
    if (givenUp != null && !givenUp.isDone()) {
      return failed("it is still busy with an earlier post");
    }
    if (circuit.isOpen()) {
      return failed("it was not asked, since it has failed too often");
    }
    CompletableFuture<Outcome> answer = start(() -> classify(post));
    try {
      return noted(await(answer));
    } catch (TimeoutException e) {
      return tooLate(post, answer);
    }
  }

  private Outcome noted(Outcome outcome) {
    if (outcome instanceof Outcome.Failed) {
      circuit.failed();
    } else {
      circuit.succeeded();
    }
    return outcome;
  }

  private Outcome tooLate(Post post, CompletableFuture<Outcome> answer) {
    givenUp = answer;
    circuit.open();
    interrupt();
    LOG.warn(
        "classifier={} postId={} problem=\"no answer within {}\"",
        active.id(),
        post.id(),
        supervision.answerWithin());
    return failed("it gave no answer within " + supervision.answerWithin().toMillis() + " ms");
  }

  private void interrupt() {
    Thread at = busy;
    if (at != null) {
      at.interrupt();
    }
  }

  // A classifier is foreign code: whatever it throws must not stop the stream.
  private Outcome classify(Post post) {
    try {
      List<Outcome> outcomes = active.classifier().classify(List.of(post));
      return new OutcomeCheck(active, post).check(outcomes);
    } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
      LOG.warn("classifier failed classifier={} postId={}", active.id(), post.id(), e);
      return failed(shortened("it threw " + e));
    }
  }

  private <T> CompletableFuture<T> start(Supplier<T> work) {
    if (active.inPlace()) {
      return CompletableFuture.completedFuture(work.get());
    }
    return CompletableFuture.supplyAsync(
        () -> {
          busy = Thread.currentThread();
          try {
            return work.get();
          } finally {
            busy = null;
            // The next call must not suffer for this one.
            Thread.interrupted();
          }
        },
        thread);
  }

  private <T> T await(CompletableFuture<T> answer) throws TimeoutException {
    long slice = supervision.answerWithin().dividedBy(SLICES).toNanos();
    for (int i = 1; i < SLICES; i++) {
      try {
        return get(answer, slice);
      } catch (TimeoutException e) {
        // Another slice.
      }
    }
    return get(answer, slice);
  }

  private static <T> T get(CompletableFuture<T> answer, long nanos) throws TimeoutException {
    try {
      return answer.get(nanos, TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a classifier was at work", e);
    }
  }

  private Outcome failed(String reason) {
    return new Outcome.Failed(active.id(), reason);
  }

  private static String shortened(String reason) {
    return reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON) + "...";
  }

  /// Closes the classifier after its last call; one that hangs is left behind.
  @Override
  public void close() {
    CompletableFuture<Boolean> closed = start(this::closeClassifier);
    try {
      await(closed);
    } catch (TimeoutException e) {
      LOG.warn("classifier={} problem=\"it hangs and was not closed\"", active.id());
    }
    thread.shutdownNow();
  }

  private boolean closeClassifier() {
    try {
      active.classifier().close();
      return true;
    } catch (RuntimeException | LinkageError e) {
      LOG.warn("classifier did not close classifier={}", active.id(), e);
      return false;
    }
  }
}
