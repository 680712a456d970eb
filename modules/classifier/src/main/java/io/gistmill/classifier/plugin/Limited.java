package io.gistmill.classifier.plugin;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// Runs foreign code on a thread of its own and waits for it no longer than so long.
final class Limited {

  /// What a call came to.
  sealed interface Result<T> {
    record Done<T>(T value) implements Result<T> {}

    /// @param cause what the code threw
    record Thrown<T>(Throwable cause) implements Result<T> {}

    /// It was interrupted and is left behind.
    record TooLate<T>(Duration limit) implements Result<T> {}
  }

  private Limited() {}

  /// @param name of the thread
  /// @throws IllegalStateException when the waiting thread is interrupted
  static <T> Result<T> call(String name, Duration limit, Supplier<T> work) {
    var answer = new CompletableFuture<T>();
    Thread thread = Thread.ofPlatform().daemon().name(name).start(() -> complete(answer, work));
    try {
      return new Result.Done<>(answer.get(limit.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      return new Result.Thrown<>(e.getCause() == null ? e : e.getCause());
    } catch (TimeoutException e) {
      thread.interrupt();
      return new Result.TooLate<>(limit);
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a plug-in was at work", e);
    }
  }

  // Foreign code: whatever it throws is its result.
  private static <T> void complete(CompletableFuture<T> answer, Supplier<T> work) {
    try {
      answer.complete(work.get());
    } catch (Throwable e) {
      answer.completeExceptionally(e);
    }
  }
}
