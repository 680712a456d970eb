package io.gistmill.classifier.tck;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// One promise and its trial.
///
/// @param promise as the API numbers it
record Check(String promise, Trial trial) {

  private static final long WITHIN_SECONDS = 120;

  /// Ends without an exception where the promise is kept.
  @FunctionalInterface
  interface Trial {
    void run() throws Exception;
  }

  /// Runs it on a thread of its own, which is left behind when it does not end.
  Finding run() throws InterruptedException {
    var task = new FutureTask<@Nullable Void>(this::tried);
    Thread.ofPlatform().daemon().name("classifier-tck").start(task);
    try {
      task.get(WITHIN_SECONDS, TimeUnit.SECONDS);
      return new Finding(promise, null);
    } catch (ExecutionException e) {
      return new Finding(promise, told(e.getCause() == null ? e : e.getCause()));
    } catch (TimeoutException e) {
      task.cancel(true);
      return new Finding(
          promise, "it did not end within " + WITHIN_SECONDS + " s; answer with a failure sooner");
    }
  }

  private @Nullable Void tried() throws Exception {
    trial.run();
    return null;
  }

  private static String told(Throwable cause) {
    if (cause instanceof BrokenPromise) {
      return String.valueOf(cause.getMessage());
    }
    StackTraceElement[] trace = cause.getStackTrace();
    return "it threw "
        + cause
        + (trace.length == 0 ? "" : " at " + trace[0])
        + "; answer with Outcome.Failed instead";
  }
}
