package io.gistmill.runtime.service;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends services one after the other within one time limit. None can keep the others from being
/// asked to end.
final class Closing {

  private static final Logger LOG = LoggerFactory.getLogger(Closing.class);

  private final Duration limit;
  private final long deadline;
  private final Map<String, CompletableFuture<Void>> slow = new TreeMap<>();

  Closing(Duration limit) {
    this.limit = limit;
    this.deadline = System.nanoTime() + limit.toNanos();
  }

  void close(List<Service> inThisOrder) {
    int left = inThisOrder.size();
    for (Service service : inThisOrder) {
      CompletableFuture<Void> ending = end(service);
      if (!await(ending, rest().dividedBy(left))) {
        slow.put(service.name(), ending);
      }
      left--;
    }
    slow.forEach(
        (name, ending) -> {
          if (!await(ending, rest())) {
            LOG.warn("service did not end in time service={} limit={}", name, limit);
          }
        });
  }

  private Duration rest() {
    return Duration.ofNanos(Math.max(0, deadline - System.nanoTime()));
  }

  /// On a thread of its own, which the process need not wait for.
  private static CompletableFuture<Void> end(Service service) {
    var ended = new CompletableFuture<Void>();
    Thread.ofPlatform()
        .name("close-" + service.name())
        .daemon()
        .start(
            () -> {
              long before = System.nanoTime();
              try {
                service.close();
                LOG.info(
                    "service ended service={} millis={}",
                    service.name(),
                    Duration.ofNanos(System.nanoTime() - before).toMillis());
              } catch (RuntimeException e) {
                LOG.warn("service did not end well service={}", service.name(), e);
              } finally {
                ended.complete(null);
              }
            });
    return ended;
  }

  /// @return false when the time is over, or the thread interrupted, first
  static boolean await(CompletableFuture<Void> ended, Duration time) {
    try {
      ended.get(time.toNanos(), TimeUnit.NANOSECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("an end never fails", e);
    }
  }
}
