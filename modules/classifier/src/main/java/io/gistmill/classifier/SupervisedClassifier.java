package io.gistmill.classifier;

import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Asks one classifier on a thread of its own, about as many posts at once as wait. Whatever it
/// does there, there is an outcome for each post, and soon: a call that takes too long is given up,
/// and until it returns no other is made.
///
/// An answer that is none for a whole batch is asked for post by post, so that no post fails for
/// its neighbour. Safe for several threads.
final class SupervisedClassifier implements Supervised {

  /// The most posts of one call.
  static final int BATCH = ActiveClassifier.MOST;

  /// Threads that a classifier may have started and left running.
  private static final int MOST_THREADS = 64;

  private static final Logger LOG = LoggerFactory.getLogger(SupervisedClassifier.class);
  private static final Duration IDLE = Duration.ofSeconds(10);

  private final ActiveClassifier active;
  private final Tally tally;
  private final Duration answerWithin;
  private final CircuitBreaker circuit;
  private final Guarded guarded;
  private final LongSupplier nanoClock;
  private final SparseLog log;
  private final ThreadGroup threads;
  private final ExecutorService thread;
  private final Deque<Posed> line = new ArrayDeque<>();
  private @Nullable Call current;
  private @Nullable Call givenUp;
  private boolean closed;

  SupervisedClassifier(ActiveClassifier active, Tally tally, Supervision supervision) {
    this.active = active;
    this.tally = tally;
    this.answerWithin = supervision.answerWithin();
    this.circuit = new CircuitBreaker(supervision);
    this.nanoClock = supervision.nanoClock();
    this.guarded = new Guarded(active, nanoClock);
    this.log = new SparseLog(LOG, nanoClock);
    this.threads = new ThreadGroup("classifier " + active.id());
    this.thread = thread(threads);
  }

  /// One thread, which ends when it is idle: a tagger may be forgotten without being closed. What
  /// it starts belongs to its group and, like it, does not keep the process from ending.
  private static ExecutorService thread(ThreadGroup group) {
    var thread =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().group(group).name(group.getName()).factory());
    thread.allowCoreThreadTimeOut(true);
    return thread;
  }

  @Override
  public synchronized Question ask(Post post) {
    var posed = new Posed(post);
    if (closed) {
      skip(posed, "it has been closed");
    } else if (givenUp != null) {
      skip(posed, "it is still busy with an earlier post");
    } else if (circuit.isOpen()) {
      skip(posed, "it was not asked, since it has failed too often");
    } else {
      line.add(posed);
      tally.asked(1);
      begin();
    }
    return posed;
  }

  @Override
  public synchronized void drop(Question question) {
    if (question instanceof Posed posed && line.remove(posed)) {
      tally.asked(-1);
    }
  }

  @Override
  public boolean slow() {
    return true;
  }

  /// Asks about those who wait, if nobody is being asked about.
  private void begin() {
    if (current != null || line.isEmpty()) {
      return;
    }
    int left = threads.activeCount();
    if (left > MOST_THREADS) {
      circuit.open();
      tally.circuit(true);
      failAll(Failure.THREADS, "it has left more than " + MOST_THREADS + " threads running");
      return;
    }
    var call = new Call(next(circuit.isTrying() ? 1 : active.batch()), answerWithin, nanoClock);
    current = call;
    thread.execute(() -> run(call));
  }

  private List<Posed> next(int most) {
    var batch = new ArrayList<Posed>();
    while (batch.size() < most && !line.isEmpty()) {
      batch.add(line.remove());
    }
    return batch;
  }

  private void run(Call call) {
    long began = nanoClock.getAsLong();
    try {
      if (worksOn(call, Thread.currentThread())) {
        ask(call);
      }
    } finally {
      tally.called(nanoClock.getAsLong() - began);
      ended(call);
      // The next call must not suffer for this one.
      Thread.interrupted();
    }
  }

  private void ask(Call call) {
    answer(call);
    tally.used(guarded.usage());
  }

  private void answer(Call call) {
    List<Posed> batch = call.batch();
    Optional<List<Answered>> answers =
        batch.size() > 1 ? guarded.together(call.posts()) : Optional.empty();
    for (int i = 0; i < batch.size() && isWanted(call, i); i++) {
      Posed posed = batch.get(i);
      note(call, posed, answers.isPresent() ? answers.get().get(i) : guarded.alone(posed.post()));
    }
  }

  private synchronized boolean worksOn(Call call, @Nullable Thread worker) {
    call.worksOn(worker);
    return current == call;
  }

  /// Those of a batch that is asked about one by one are left out once it has failed too often.
  private synchronized boolean isWanted(Call call, int index) {
    return current == call && (index == 0 || !circuit.isOpen());
  }

  private synchronized void note(Call call, Posed posed, Answered answered) {
    if (current == call) {
      circuit.note(answered);
      tally.circuit(circuit.isOpen());
      answer(posed, answered);
    }
  }

  private synchronized void ended(Call call) {
    worksOn(call, null);
    if (givenUp == call) {
      givenUp = null;
    }
    if (current == call) {
      current = null;
      skipAll(call.batch(), "it was not asked, since it has failed too often");
      if (circuit.isOpen()) {
        failAll(Failure.SKIPPED, "it was not asked, since it has failed too often");
      } else {
        begin();
      }
    }
  }

  @Override
  public synchronized void look() {
    Call call = current;
    if (call != null && call.isTooLate()) {
      giveUp(call);
    }
  }

  private void giveUp(Call call) {
    current = null;
    givenUp = call;
    circuit.open();
    tally.circuit(true);
    call.interrupt();
    String late = "it gave no answer within " + answerWithin.toMillis() + " ms";
    log.warn(active.id(), call.batch().getFirst().post().id(), late, null);
    call.batch().stream()
        .filter(posed -> !posed.isAnswered())
        .forEach(posed -> answer(posed, Answered.failed(active.id(), Failure.LATE, late)));
    failAll(Failure.SKIPPED, "it is still busy with an earlier post");
  }

  private void failAll(Failure failure, String reason) {
    for (Posed posed : next(Integer.MAX_VALUE)) {
      answer(posed, Answered.failed(active.id(), failure, reason));
    }
  }

  private void skipAll(List<Posed> batch, String reason) {
    batch.stream()
        .filter(posed -> !posed.isAnswered())
        .forEach(posed -> answer(posed, Answered.failed(active.id(), Failure.SKIPPED, reason)));
  }

  private void skip(Posed posed, String reason) {
    posed.answer(tally.noted(Answered.failed(active.id(), Failure.SKIPPED, reason)).outcome());
  }

  private void answer(Posed posed, Answered answered) {
    Outcome outcome = tally.noted(answered).outcome();
    tally.asked(-1);
    posed.answer(outcome);
  }

  /// Closes the classifier after its last call; one that hangs is left behind.
  @Override
  public void close() {
    Future<?> end = end();
    try {
      end.get(answerWithin.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      LOG.warn("classifier={} problem=\"it hangs and was not closed\"", active.id());
    } catch (ExecutionException e) {
      LOG.warn("classifier did not close classifier={}", active.id(), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    release(end);
  }

  private synchronized Future<?> end() {
    closed = true;
    failAll(Failure.SKIPPED, "it has been closed");
    return thread.submit(active.classifier()::close);
  }

  /// What still runs is told to stop; when it does, the close that waits behind it is made.
  private void release(Future<?> end) {
    thread.shutdown();
    if (!end.isDone()) {
      threads.interrupt();
    }
  }
}
