package io.gistmill.launcher.replay;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Steps that fail in many ways when their thread is interrupted: closed files, failed transactions
/// and so on. All of them become an [InterruptedException], and the thread's flag is cleared, since
/// what follows is the cleaning up.
final class Interruptible {

  /// @param <T> what the step gives
  @FunctionalInterface
  interface Step<T> {
    T run() throws IOException, InterruptedException;
  }

  private Interruptible() {}

  static <T> T run(Step<T> step) throws IOException, InterruptedException {
    try {
      T result = step.run();
      check(null);
      return result;
    } catch (IOException | RuntimeException e) {
      check(e);
      throw e;
    }
  }

  private static void check(@Nullable Exception failure) throws InterruptedException {
    if (Thread.interrupted()) {
      var interrupted = new InterruptedException("the replay was interrupted");
      interrupted.initCause(failure);
      throw interrupted;
    }
  }
}
