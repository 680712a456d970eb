package io.gistmill.embeddedkafka;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns a broker's wish to end the process into a failure of that broker.
///
/// Kafka's exit procedures are one for the whole process. Once redirected they stay so: a thread of
/// a closed broker could otherwise still end everything. The threads of each broker live in a
/// thread group of its own, which tells whose wish it is; a wish from any other thread concerns all
/// live brokers.
final class ExitGuard {

  private static final Logger LOG = LoggerFactory.getLogger(ExitGuard.class);
  private static final Map<ThreadGroup, Consumer<BrokerException>> WATCHED =
      new ConcurrentHashMap<>();

  static {
    Exit.setExitProcedure((status, message) -> report("exit", status, message));
    Exit.setHaltProcedure((status, message) -> report("halt", status, message));
  }

  private ExitGuard() {}

  /// Must be called before the broker makes its first thread.
  static void watch(ThreadGroup threads, Consumer<BrokerException> listener) {
    WATCHED.put(threads, listener);
  }

  static void forget(ThreadGroup threads) {
    WATCHED.remove(threads);
  }

  private static void report(String how, int status, @Nullable String message) {
    var failure =
        new BrokerException(
            "the broker failed and asked to end the process ("
                + how
                + " "
                + status
                + (message == null ? "" : ", " + message)
                + "); the broker's log says why: mend that and start it again");
    LOG.error("broker failed: {}", failure.getMessage());
    Consumer<BrokerException> owner = WATCHED.get(Thread.currentThread().getThreadGroup());
    if (owner != null) {
      owner.accept(failure);
    } else {
      WATCHED.values().forEach(listener -> listener.accept(failure));
    }
  }
}
