package io.gistmill.digest.courier.bounce;

import io.gistmill.delivery.mail.bounce.Bounce;
import io.gistmill.delivery.mail.bounce.BounceMailbox;
import io.gistmill.delivery.mail.bounce.BounceReader;
import io.gistmill.delivery.mail.bounce.BounceReading;
import io.gistmill.delivery.mail.bounce.BounceReading.Found;
import io.gistmill.delivery.mail.bounce.BounceReading.Other;
import io.gistmill.delivery.mail.bounce.BounceReading.Unreadable;
import io.gistmill.delivery.mail.bounce.MailboxPoller;
import io.gistmill.runtime.service.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Empties the mailbox of bounces now and then. A mail is put aside once the log has what it says,
/// so that a crash in between makes it be read twice, and count once.
///
/// While the mailbox or Kafka is away it waits, says so in log and metric, and tries again. Nothing
/// is lost meanwhile and nobody else is concerned, so the process stays ready.
public final class BounceMail implements Service {

  private static final Logger LOG = LoggerFactory.getLogger(BounceMail.class);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(5);

  private final MailboxPoller poller;
  private final BounceIntake intake;
  private final BounceMeters meters;
  private final Duration interval;
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private final Thread thread;
  private volatile @Nullable String hindrance;

  private BounceMail(
      BounceMailbox mailbox,
      BounceReader reader,
      BounceIntake intake,
      BounceMeters meters,
      Duration interval) {
    this.poller = new MailboxPoller(mailbox, reader, this::take);
    this.intake = intake;
    this.meters = meters;
    this.interval = interval;
    this.thread = Thread.ofPlatform().name("bounces").daemon().unstarted(this::run);
  }

  /// @param interval between two visits
  public static BounceMail start(
      BounceMailbox mailbox,
      BounceReader reader,
      BounceIntake intake,
      BounceMeters meters,
      Duration interval) {
    var mail = new BounceMail(mailbox, reader, intake, meters, interval);
    mail.thread.start();
    return mail;
  }

  private void run() {
    try {
      do {
        visit();
      } while (!stop.await(interval.toMillis(), TimeUnit.MILLISECONDS));
      stopped.complete(null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      stopped.complete(null);
    } catch (Error e) {
      stopped.completeExceptionally(e);
    }
  }

  private void visit() {
    try {
      int handled = 0;
      do {
        handled = poller.poll();
      } while (handled > 0 && !isLeaving());
      succeed();
    } catch (IOException | KafkaException e) {
      fail(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      // The library that reads mailboxes is not ours.
      fail(e.toString(), e);
    }
  }

  private boolean isLeaving() {
    return stop.getCount() == 0;
  }

  private void succeed() {
    meters.visited(true);
    if (hindrance != null) {
      LOG.info("event=recovered msg=\"bounces are read again\"");
      hindrance = null;
    }
  }

  private void fail(String reason, Exception cause) {
    if (isLeaving()) {
      LOG.info("event=left msg=\"a visit to the mailbox of bounces was broken off\"");
      return;
    }
    meters.visited(false);
    String problem = "bounces are not read: " + reason;
    if (!problem.equals(hindrance)) {
      LOG.warn("event=retry msg=\"{}\"", problem, cause);
    }
    hindrance = problem;
  }

  /// What it throws leaves the mails where they are.
  private void take(List<BounceReading> readings) {
    if (isLeaving()) {
      throw new CancellationException("the process ends");
    }
    var found = new ArrayList<Bounce>();
    for (BounceReading reading : readings) {
      if (reading instanceof Found(var bounce)) {
        found.add(bounce);
      }
    }
    intake.take(found).forEach(meters::count);
    for (BounceReading reading : readings) {
      switch (reading) {
        case Found _ -> {}
        case Other _ -> meters.count(ReportResult.OTHER);
        case Unreadable _ -> meters.count(ReportResult.UNREADABLE);
      }
    }
  }

  @Override
  public String name() {
    return "bounces";
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return stopped;
  }

  /// None: what cannot be read now lies there later too.
  @Override
  public List<String> hindrances() {
    return List.of();
  }

  /// Why the last visit failed; empty when it did not.
  public Optional<String> hindrance() {
    return Optional.ofNullable(hindrance);
  }

  @Override
  public void close() {
    stop.countDown();
    try {
      if (thread.join(CLOSE_WITHIN)) {
        return;
      }
      thread.interrupt();
      if (!thread.join(CLOSE_WITHIN)) {
        LOG.warn("the mailbox of bounces was not left within {}", CLOSE_WITHIN.multipliedBy(2));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
