package io.gistmill.gateway.model;

import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.gateway.log.Entry;
import io.gistmill.gateway.log.SubscriptionLog;
import io.gistmill.gateway.store.Subscribers;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;

/// Changes what stands about a subscriber on the log, over the copy: reads, changes, writes.
///
/// Of one subscriber one change at a time is made here, and each begins when the copy holds
/// everything that was committed before it, and ends when the copy holds the change. So two quick
/// changes do not lose one another, not even when they come to two gateways one after the other;
/// only two that come to two gateways within the same milliseconds do. Safe for all threads.
public final class SubscriptionWriter implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LOCKS = 64;

  private final SubscriptionLog log;
  private final Subscribers copy;
  private final Progress progress;
  private final Lock[] locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);

  public SubscriptionWriter(SubscriptionLog log, Subscribers copy, Progress progress) {
    this.log = log;
    this.copy = copy;
    this.progress = progress;
  }

  /// @param change from what stands there, empty for a subscriber who is not known, to what shall;
  ///   empty to leave it as it is
  /// @return what stands there now
  /// @throws WriteException when Kafka does not answer, or the copy does not follow
  public Optional<Subscribed> change(
      String subscriber, Function<Optional<Subscribed>, Optional<Subscribed>> change)
      throws InterruptedException {
    return alone(
        subscriber,
        () -> {
          Optional<Subscribed> present = copy.find(subscriber);
          Optional<Subscribed> wanted = change.apply(present);
          if (wanted.isEmpty() || wanted.equals(present)) {
            return present;
          }
          await(log.write(wanted.get()));
          return wanted;
        });
  }

  /// Writes a tombstone: nothing that was known about a subscriber is kept.
  ///
  /// @throws WriteException when Kafka does not answer, or the copy does not follow
  public void forget(String subscriber) throws InterruptedException {
    alone(
        subscriber,
        () -> {
          await(log.forget(subscriber));
          return Optional.empty();
        });
  }

  @FunctionalInterface
  private interface Step {
    Optional<Subscribed> take() throws InterruptedException;
  }

  private Optional<Subscribed> alone(String subscriber, Step step) throws InterruptedException {
    Lock lock = locks[Math.floorMod(subscriber.hashCode(), LOCKS)];
    lock.lockInterruptibly();
    try {
      await(log.end(subscriber));
      return step.take();
    } catch (KafkaException e) {
      throw new WriteException("Kafka does not take it: " + e.getMessage(), e);
    } finally {
      lock.unlock();
    }
  }

  private void await(Entry.Place place) throws InterruptedException {
    if (!progress.await(place, PATIENCE)) {
      throw new WriteException(
          "the gateway's copy of the log is more than " + PATIENCE.toSeconds() + " s behind", null);
    }
  }

  @Override
  public void close() {
    log.close();
  }
}
