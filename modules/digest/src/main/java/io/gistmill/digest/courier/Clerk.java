package io.gistmill.digest.courier;

import io.gistmill.digest.courier.Shift.Note;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks after one partition on a thread of its own, as long as the group gives it to this process.
/// While Kafka is away it waits, and then reads the ledger anew. All of it is safe for all threads.
final class Clerk {

  private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
  private static final Duration ROUND = Duration.ofMillis(50);

  /// From one commit to the next under load: a transaction costs the broker much the same, however
  /// little it holds.
  private static final Duration GATHER = Duration.ofMillis(10);

  private static final Duration RETRY = Duration.ofMillis(250);

  private final Office office;
  private final int partition;
  private final Intake intake;
  private final BlockingQueue<Object> inbox = new LinkedBlockingQueue<>();

  /// Guarded by the inbox.
  private boolean gone;

  private final CountDownLatch stop = new CountDownLatch(1);
  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private volatile long stopBy;
  private final AtomicInteger backlog = new AtomicInteger();
  private volatile int queue;
  private volatile @Nullable Instant oldest;
  private volatile @Nullable String hindrance;

  /// Of the system's nanoseconds, for the clerk's thread.
  private long nextCommit = System.nanoTime();

  private record Digests(List<ConsumerRecord<String, byte[]>> records) {}

  Clerk(Office office, int partition) {
    this.office = office;
    this.partition = partition;
    this.intake = new Intake(office.topics(), office.shelf());
    this.hindrance = "the courier still reads partition " + partition;
  }

  void start() {
    Thread.ofVirtual().name("courier-clerk-" + partition).start(this::run);
  }

  /// Digests in their order.
  void offer(List<ConsumerRecord<String, byte[]>> records) {
    backlog.addAndGet(records.size());
    inbox.add(new Digests(records));
  }

  /// Digests that are not taken up yet.
  int backlog() {
    return backlog.get();
  }

  int queue() {
    return queue;
  }

  /// When the oldest delivery that waits was due; null when none waits.
  @Nullable Instant oldest() {
    return oldest;
  }

  /// What keeps it from its work; null when nothing does.
  @Nullable String hindrance() {
    return hindrance;
  }

  /// Completed when it has left; with the cause when it died.
  CompletableFuture<Void> ended() {
    return ended;
  }

  /// Begins nothing more, and leaves once the attempts on their way are written, or this time is
  /// over.
  void stop(Duration within) {
    stopBy = System.nanoTime() + within.toNanos();
    stop.countDown();
  }

  private boolean isStopping() {
    return stop.getCount() == 0;
  }

  private void run() {
    try {
      work();
      ended.complete(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      ended.complete(null);
    } catch (RuntimeException | Error e) {
      ended.completeExceptionally(e);
    }
  }

  private void work() throws InterruptedException {
    try {
      while (!isStopping()) {
        try {
          Shift.begin(office, partition, this::receive, () -> !isStopping()).ifPresent(this::keep);
        } catch (KafkaException e) {
          recover(e);
        }
      }
    } finally {
      leave();
    }
  }

  /// A turn that comes when nobody is here any more is given back at once: its place would be
  /// missing for ever.
  private void receive(Note note) {
    synchronized (inbox) {
      if (!gone) {
        inbox.add(note);
        return;
      }
    }
    giveBack(note);
  }

  private void leave() {
    synchronized (inbox) {
      gone = true;
    }
    for (Object left = inbox.poll(); left != null; left = inbox.poll()) {
      giveBack(left);
    }
  }

  private void giveBack(Object event) {
    if (event instanceof Note.Turn turn) {
      office.ways().returned(turn.place());
    }
  }

  /// Whoever was shut out waits until the group must have told whose the partition is.
  private void recover(KafkaException cause) throws InterruptedException {
    if (cause instanceof AuthorizationException || cause instanceof AuthenticationException) {
      throw cause;
    }
    hindrance = "the courier cannot write partition " + partition + " of its ledger";
    LOG.warn("partition={} event=retry reason=\"{}\"", partition, cause.toString());
    Duration pause = isFenced(cause) ? office.membership().session() : RETRY;
    var ignored = stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  private static boolean isFenced(@Nullable Throwable cause) {
    return cause != null
        && (cause instanceof ProducerFencedException
            || cause instanceof InvalidProducerEpochException
            || isFenced(cause.getCause()));
  }

  private void keep(Shift shift) {
    try (shift) {
      hindrance = null;
      while (!isStopping() || isLeaving(shift)) {
        round(shift);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } finally {
      queue = 0;
      oldest = null;
    }
  }

  private boolean isLeaving(Shift shift) {
    return shift.flying() > 0 && System.nanoTime() - stopBy < 0;
  }

  private void round(Shift shift) throws InterruptedException {
    boolean leaving = isStopping();
    listen(shift, leaving);
    commit(shift);
    if (!leaving) {
      backlog.addAndGet(-shift.take(intake));
      shift.dispatch();
      commit(shift);
      office.ways().serve();
    }
    tell(shift);
  }

  private void commit(Shift shift) {
    long begun = System.nanoTime();
    if (shift.commit()) {
      nextCommit = begun + GATHER.toNanos();
    }
  }

  /// Hears what comes until the next commit is due: what follows from it can begin meanwhile.
  private void listen(Shift shift, boolean leaving) throws InterruptedException {
    Object event = inbox.poll(ROUND.toMillis(), TimeUnit.MILLISECONDS);
    while (event != null) {
      hear(event, shift, leaving);
      long left = nextCommit - System.nanoTime();
      event = left > 0 ? inbox.poll(left, TimeUnit.NANOSECONDS) : null;
    }
    var rest = new ArrayList<>();
    inbox.drainTo(rest);
    rest.forEach(each -> hear(each, shift, leaving));
  }

  private void hear(Object event, Shift shift, boolean leaving) {
    switch (event) {
      case Digests(var records) -> intake.add(records);
      case Note note -> shift.hear(note, leaving);
      default -> throw new IllegalStateException("unknown: " + event);
    }
  }

  private void tell(Shift shift) {
    queue = shift.ledger().count();
    oldest = shift.ledger().nextDue().orElse(null);
  }
}
