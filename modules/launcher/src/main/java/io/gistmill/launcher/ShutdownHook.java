package io.gistmill.launcher;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets the running command end in order when the process is told to end, as by Ctrl-C: interrupts
/// its thread and holds the process until the command has cleaned up, for a limited time.
final class ShutdownHook implements AutoCloseable {

  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Thread command;
  private final CountDownLatch ended = new CountDownLatch(1);

  private ShutdownHook(Thread command) {
    this.command = command;
  }

  static ShutdownHook install(Thread command) {
    var hook = new ShutdownHook(command);
    Runtime.getRuntime().addShutdownHook(new Thread(hook::endCommand, "gistmill shutdown"));
    return hook;
  }

  private void endCommand() {
    if (ended.getCount() == 0) {
      return;
    }
    command.interrupt();
    try {
      if (!ended.await(LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
        System.err.println("gistmill: not everything ended within " + LIMIT.toSeconds() + " s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// The command has ended.
  @Override
  public void close() {
    ended.countDown();
  }
}
