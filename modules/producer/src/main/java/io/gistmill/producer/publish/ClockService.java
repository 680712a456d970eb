package io.gistmill.producer.publish;

import io.gistmill.contracts.Topics;
import io.gistmill.domain.Tick;
import io.gistmill.producer.clock.Clock;
import io.gistmill.producer.clock.ClockPace;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.service.Service;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the one clock of a Gistmill: writes each tick into every partition of posts and of
/// subscriptions, in one transaction.
///
/// Several instances take turns. Whoever gets the turn fences its predecessor, reads the last tick
/// and goes on behind it. While the cluster does not answer, ticks come late, never twice and never
/// out of order: before it goes on, the clock reads again what came to stand on the log.
public final class ClockService implements Service {

  private static final Logger LOG = LoggerFactory.getLogger(ClockService.class);
  private static final Duration RETRY = Duration.ofMillis(250);
  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);

  private final KafkaConnection connection;
  private final Topics topics;
  private final ClockPace pace;
  private final ClockMeters meters;
  private final Thread thread;
  private final CompletableFuture<Void> stopped = new CompletableFuture<>();
  private final CompletableFuture<Tick> firstTick = new CompletableFuture<>();
  private volatile boolean closing;
  private volatile @Nullable String hindrance = "the clock waits for the broker's answer";

  private ClockService(
      KafkaConnection connection, Topics topics, ClockPace pace, MeterRegistry registry) {
    this.connection = connection;
    this.topics = topics;
    this.pace = pace;
    this.meters = new ClockMeters(registry);
    this.thread = Thread.ofPlatform().name("gistmill-clock").daemon().unstarted(this::run);
  }

  /// @param topics must be there already
  public static ClockService start(
      KafkaConnection connection, Topics topics, ClockPace pace, MeterRegistry registry) {
    var service = new ClockService(connection, topics, pace, registry);
    service.thread.start();
    return service;
  }

  /// The first tick that this instance knows to stand on the log: the one that it wrote when it got
  /// the turn, or any that another instance wrote. Sources may write from then on. Fails when the
  /// service ends before.
  public CompletableFuture<Tick> firstTick() {
    return firstTick.copy();
  }

  @Override
  public String name() {
    return "clock";
  }

  @Override
  public CompletableFuture<Void> stopped() {
    return stopped;
  }

  /// That another instance has the turn is none.
  @Override
  public List<String> hindrances() {
    String now = hindrance;
    return now == null ? List.of() : List.of(now);
  }

  @Override
  public void close() {
    closing = true;
    try {
      if (!thread.join(CLOSE_WITHIN)) {
        thread.interrupt();
        if (!thread.join(CLOSE_WITHIN)) {
          LOG.warn("service=clock did not stop within {}", CLOSE_WITHIN.multipliedBy(2));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    end(null);
  }

  private void run() {
    try (var group = new ClockGroup(connection, topics)) {
      while (!closing) {
        if (group.isOurTurn()) {
          takeTurn(group);
        } else {
          waitForTurn(group);
        }
      }
      end(null);
    } catch (RuntimeException | Error e) {
      end(closing ? null : e);
    }
  }

  private void waitForTurn(ClockGroup group) {
    meters.turn(false);
    group.await(RETRY);
    if (group.isJoined() && !group.isOurTurn()) {
      hindrance = null;
      lookForFirstTick();
    }
  }

  private void lookForFirstTick() {
    if (firstTick.isDone()) {
      return;
    }
    try {
      TickLog.last(connection, topics).ifPresent(firstTick::complete);
    } catch (KafkaException e) {
      goOnUnlessLasting(e);
    }
  }

  private void takeTurn(ClockGroup group) {
    @Nullable Clock clock = null;
    while (!closing && group.isOurTurn()) {
      try (var log = TickLog.open(connection, topics)) {
        if (clock == null) {
          clock = Clock.after(log.last());
          LOG.info("service=clock event=turn last={}", log.last());
        } else {
          clock.resume(log.last());
        }
        run(group, log, clock);
      } catch (KafkaException e) {
        goOnUnlessLasting(e);
        if (KafkaFailures.isFenced(e)) {
          clock = null;
        }
        group.await(RETRY);
      }
    }
  }

  private void run(ClockGroup group, TickLog log, Clock clock) {
    @Nullable Tick last = log.last();
    while (!closing && group.isOurTurn()) {
      List<Tick> due = clock.due(pace.time().instant(), pace.stride());
      if (!due.isEmpty()) {
        log.write(due);
        last = due.getLast();
        meters.written(last, pace.time().instant());
      }
      meters.turn(true);
      hindrance = null;
      if (last != null) {
        firstTick.complete(last);
      }
      group.await(pace.pause());
    }
  }

  private void goOnUnlessLasting(KafkaException e) {
    if (closing || !KafkaFailures.isPassing(e)) {
      throw e;
    }
    if (KafkaFailures.isFenced(e)) {
      LOG.info("service=clock event=fenced");
    } else {
      hindrance = "the clock cannot write ticks: the broker does not answer";
      LOG.warn("service=clock event=retry reason=\"{}\"", e.getMessage());
    }
  }

  /// @param cause null when it was closed
  private void end(@Nullable Throwable cause) {
    meters.turn(false);
    if (cause == null) {
      stopped.complete(null);
      firstTick.cancel(false);
    } else {
      hindrance = "the clock has died";
      stopped.completeExceptionally(cause);
      firstTick.completeExceptionally(cause);
    }
  }
}
