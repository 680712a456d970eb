package io.gistmill.testsupport.process;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Kills what was started and not closed when this JVM ends.
final class OrphanGuard {

  private static final Set<Process> STARTED = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(() -> STARTED.forEach(Process::destroyForcibly), "kill child JVMs"));
  }

  private OrphanGuard() {}

  static void watch(Process process) {
    STARTED.removeIf(started -> !started.isAlive());
    STARTED.add(process);
  }
}
