package io.gistmill.digest.courier;

import io.gistmill.delivery.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Attempts of this process that are on their way, or whose outcome nobody has written yet.
///
/// They outlive the keeping of a ledger: when Kafka is away for a while, their outcomes wait until
/// the ledger is read again. Each attempt runs on a virtual thread of its own. Safe for all
/// threads.
final class Flights implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Flights.class);

  /// Longer than anybody's ledger is away without another courier having taken over.
  private static final Duration REMEMBERED = Duration.ofMinutes(30);

  private static final Duration SWEEP = Duration.ofMinutes(1);

  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("courier-send-", 0).factory());
  private final Map<Flight, Trip> all = new ConcurrentHashMap<>();
  private final AtomicLong swept = new AtomicLong(System.nanoTime());

  /// One attempt.
  ///
  /// @param key of the delivery in the ledger
  /// @param since when the attempt began, as the ledger says
  record Flight(String key, Instant since) {}

  private static final class Trip {
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    private final Consumer<Outcome> done;
    private volatile long landed;

    /// These two are guarded by the trip.
    private boolean left;

    private boolean over;

    Trip(Consumer<Outcome> done) {
      this.done = done;
    }

    void land(Outcome came) {
      landed = System.nanoTime();
      outcome.complete(came);
      end(false);
    }

    synchronized void leave() {
      left = true;
    }

    synchronized void join() {
      left = false;
    }

    /// Gives the place back, once, when it has landed.
    ///
    /// @param written whether its outcome stands on the log
    void end(boolean written) {
      Outcome came = outcome.getNow(null);
      if (came != null && isFirstEnd(written)) {
        done.accept(came);
      }
    }

    private synchronized boolean isFirstEnd(boolean written) {
      boolean first = !over && (written || left);
      over |= first;
      return first;
    }

    boolean isForgotten(long now) {
      return outcome.isDone() && now - landed > REMEMBERED.toNanos();
    }
  }

  /// Runs anything that may take its time.
  void run(Runnable work) {
    threads.execute(work);
  }

  /// Starts an attempt.
  ///
  /// @param landed told the outcome, on any thread
  /// @param done told it once, when it stands on the log or nobody is there to write it
  void start(
      Flight flight, Callable<Outcome> attempt, Consumer<Outcome> landed, Consumer<Outcome> done) {
    sweep(System.nanoTime());
    var trip = new Trip(done);
    all.put(flight, trip);
    var _ = trip.outcome.thenAccept(landed);
    threads.execute(() -> fly(flight, attempt, trip));
  }

  /// Nearly all have been forgotten before: those are left whose ledger never came back.
  private void sweep(long now) {
    long before = swept.get();
    if (now - before > SWEEP.toNanos() && swept.compareAndSet(before, now)) {
      all.values().removeIf(trip -> trip.isForgotten(now));
    }
  }

  private static void fly(Flight flight, Callable<Outcome> attempt, Trip trip) {
    try {
      trip.land(attempt.call());
    } catch (InterruptedException e) {
      // Whether it arrived is unknown: the ledger keeps it open.
      Thread.currentThread().interrupt();
    } catch (Exception | Error e) {
      LOG.error("delivery={} msg=\"an attempt threw\"", flight.key(), e);
      trip.land(new Outcome.Deferred("the attempt failed: " + e, null, Outcome.Reach.MESSAGE));
    }
  }

  /// Whoever keeps the ledger anew hears of an attempt that was begun before.
  ///
  /// @return false when this process knows nothing of it
  boolean rejoin(Flight flight, Consumer<Outcome> landed) {
    Trip trip = all.get(flight);
    if (trip == null) {
      return false;
    }
    trip.join();
    var _ = trip.outcome.thenAccept(landed);
    return true;
  }

  /// Whoever kept its ledger does so no more.
  void leave(Flight flight) {
    Trip trip = all.get(flight);
    if (trip != null) {
      trip.leave();
      trip.end(false);
    }
  }

  /// Its outcome stands on the log.
  void forget(Flight flight) {
    Trip trip = all.remove(flight);
    if (trip != null) {
      trip.end(true);
    }
  }

  /// Interrupts all that are on their way.
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
