package io.gistmill.gateway.subscribe;

import io.gistmill.delivery.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends letters behind the scenes, so that an answer tells nobody by its time whether there was
/// one to send. Tries again for some minutes; what a process has not sent when it ends is lost, and
/// has to be asked for again. Safe for all threads.
final class Postman implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

  /// Between attempts.
  static final List<Duration> PAUSES =
      List.of(Duration.ofSeconds(10), Duration.ofMinutes(1), Duration.ofMinutes(5));

  private static final int WAITING = 1_000;

  private final Letters letters;
  private final List<Duration> pauses;
  private final Semaphore room = new Semaphore(WAITING);
  private final ScheduledExecutorService threads =
      Executors.newScheduledThreadPool(
          2, Thread.ofPlatform().daemon().name("letters-", 0).factory());

  Postman(Letters letters, List<Duration> pauses) {
    this.letters = letters;
    this.pauses = List.copyOf(pauses);
  }

  /// Returns at once.
  void send(Letter letter) {
    if (room.tryAcquire()) {
      schedule(letter, 0, Duration.ZERO);
    } else {
      LOG.warn("letter={} problem=\"too many letters wait; it is not sent\"", letter.id());
    }
  }

  private void schedule(Letter letter, int attempt, Duration pause) {
    try {
      var ignored =
          threads.schedule(() -> attempt(letter, attempt), pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      LOG.debug("letter={} is not sent, since the process ends", letter.id(), e);
    }
  }

  private void attempt(Letter letter, int attempt) {
    try {
      Outcome outcome = letters.send(letter);
      if (outcome instanceof Outcome.Deferred && attempt < pauses.size()) {
        schedule(letter, attempt + 1, pauses.get(attempt));
        return;
      }
      tell(letter, outcome);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("letter={} problem=\"it cannot be sent\"", letter.id(), e);
    }
    room.release();
  }

  /// Answers of mail servers name addresses, and are not logged.
  private static void tell(Letter letter, Outcome outcome) {
    switch (outcome) {
      case Outcome.Accepted _ -> LOG.info("event=letter-sent letter={}", letter.id());
      case Outcome.Deferred _ ->
          LOG.warn("letter={} problem=\"given up: the mail server asked to wait\"", letter.id());
      case Outcome.Refused _ ->
          LOG.warn("letter={} problem=\"the mail server refused it\"", letter.id());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
