package io.gistmill.testsupport.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/// What a child printed: all of it in a file, and here for those who wait for a line.
final class ChildOutput {

  private static final int TAIL = 30;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<String> lines = new ArrayList<>();
  private final Path file;
  private boolean ended;

  ChildOutput(Path file) {
    this.file = file;
  }

  /// Takes everything in until the child's end; a thread of its own runs this.
  void pump(BufferedReader printed) {
    try (printed;
        Writer out =
            Files.newBufferedWriter(
                file,
                StandardCharsets.UTF_8,
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND)) {
      for (String line = printed.readLine(); line != null; line = printed.readLine()) {
        out.append(line).append('\n').flush();
        note(line);
      }
    } catch (IOException e) {
      note("(its output broke off: " + e.getMessage() + ")");
    } finally {
      end();
    }
  }

  private void note(String line) {
    lock.lock();
    try {
      lines.add(line);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void end() {
    lock.lock();
    try {
      ended = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The first line of all that fits; empty when the output ended or the time is over without one.
  Optional<String> await(Predicate<String> wanted, Duration limit) throws InterruptedException {
    long left = limit.toNanos();
    lock.lock();
    try {
      int seen = 0;
      while (true) {
        Optional<String> found = lines.stream().skip(seen).filter(wanted).findFirst();
        if (found.isPresent() || ended || left <= 0) {
          return found;
        }
        seen = lines.size();
        left = changed.awaitNanos(left);
      }
    } finally {
      lock.unlock();
    }
  }

  /// Waits until the child printed its last line.
  void awaitEnd(Duration limit) throws InterruptedException {
    await(line -> false, limit);
  }

  boolean hasEnded() {
    lock.lock();
    try {
      return ended;
    } finally {
      lock.unlock();
    }
  }

  String tail() {
    lock.lock();
    try {
      List<String> last = lines.subList(Math.max(0, lines.size() - TAIL), lines.size());
      return "all of it in " + file + ", the last lines:\n" + String.join("\n", last);
    } finally {
      lock.unlock();
    }
  }
}
