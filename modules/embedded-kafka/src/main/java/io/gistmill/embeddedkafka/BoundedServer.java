package io.gistmill.embeddedkafka;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Kafka's server with a time limit on each step and all its threads in one group.
final class BoundedServer {

  private static final Logger LOG = LoggerFactory.getLogger(BoundedServer.class);

  private final ThreadGroup threads = new ThreadGroup("broker");
  private final CompletableFuture<BrokerException> failed = new CompletableFuture<>();
  private final Consumer<BrokerException> onFailure;
  private CompletableFuture<@Nullable CombinedServer> started =
      CompletableFuture.completedFuture(null);

  /// @param onFailure called, also during the start, when the broker cannot go on
  BoundedServer(Consumer<BrokerException> onFailure) {
    this.onFailure = onFailure;
    ExitGuard.watch(threads, this::fail);
  }

  /// @throws ExecutionException with the cause when the start failed
  /// @throws TimeoutException when it took longer than the limit
  void start(BrokerSettings settings, Duration limit)
      throws ExecutionException, TimeoutException, InterruptedException {
    var starting = new CompletableFuture<@Nullable CombinedServer>();
    started = starting;
    inGroup("broker-start", () -> startup(settings, starting));
    CompletableFuture.anyOf(starting, failed).get(limit.toMillis(), TimeUnit.MILLISECONDS);
    if (failed.isDone()) {
      throw new ExecutionException(failed.join());
    }
  }

  private void startup(
      BrokerSettings settings, CompletableFuture<@Nullable CombinedServer> starting) {
    CombinedServer server = null;
    try {
      server = new CombinedServer(settings, this::fail);
      server.startup();
      starting.complete(server);
    } catch (Throwable e) {
      if (server != null) {
        server.shutdown();
      }
      starting.completeExceptionally(e);
    }
  }

  private void fail(String message, Throwable cause) {
    fail(
        new BrokerException(
            "the broker failed: "
                + message
                + " ("
                + Causes.root(cause)
                + "); mend that and start it again",
            cause));
  }

  private void fail(BrokerException failure) {
    failed.complete(failure);
    onFailure.accept(failure);
  }

  /// Stops what was started; false when it does not end within the limit. A start that is under way
  /// cannot be broken off, its end is waited for; nor does an interrupt break off the stop.
  boolean stop(Duration limit) {
    var stopped = new CompletableFuture<@Nullable Void>();
    inGroup("broker-stop", () -> shutdown(stopped));
    try {
      stopped.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
      ExitGuard.forget(threads);
      return true;
    } catch (CompletionException e) {
      LOG.error("broker did not stop, limit={}", limit, e);
      return false;
    }
  }

  private void shutdown(CompletableFuture<@Nullable Void> stopped) {
    try {
      CombinedServer server = started.exceptionally(shutDownAlready -> null).join();
      if (server != null) {
        server.shutdown();
      }
      stopped.complete(null);
    } catch (Throwable e) {
      stopped.completeExceptionally(e);
    }
  }

  private void inGroup(String name, Runnable step) {
    var thread = new Thread(threads, step, name);
    thread.setDaemon(true);
    thread.start();
  }
}
