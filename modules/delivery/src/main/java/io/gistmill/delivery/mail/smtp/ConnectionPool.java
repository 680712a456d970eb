package io.gistmill.delivery.mail.smtp;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Connections that wait for their next mail, the one that was used last in front. Safe for all
/// threads.
final class ConnectionPool implements AutoCloseable {

  /// Servers end connections that bring too many.
  private static final int MOST_MAILS = 100;

  private final Duration idle;
  private final InstantSource clock;
  private final Deque<SmtpConnection> waiting = new ArrayDeque<>();
  private final Set<SmtpConnection> busy = new HashSet<>();
  private boolean closed;

  ConnectionPool(Duration idle, InstantSource clock) {
    this.idle = idle;
    this.clock = clock;
  }

  /// One that waits, or null.
  @Nullable SmtpConnection take() {
    quit(tooOld());
    synchronized (this) {
      @Nullable SmtpConnection next = waiting.pollFirst();
      if (next != null) {
        busy.add(next);
      }
      return next;
    }
  }

  /// Closes what nobody used for too long.
  void sweep() {
    quit(tooOld());
  }

  private synchronized List<SmtpConnection> tooOld() {
    var old = new ArrayList<SmtpConnection>();
    Instant since = clock.instant().minus(idle);
    while (!waiting.isEmpty() && waiting.getLast().used().isBefore(since)) {
      old.add(waiting.removeLast());
    }
    return old;
  }

  /// Made by the one who found none waiting.
  void add(SmtpConnection made) {
    boolean late;
    synchronized (this) {
      late = closed;
      busy.add(made);
    }
    if (late) {
      made.abort();
    }
  }

  /// @param fit whether it can take another mail
  void giveBack(SmtpConnection connection, boolean fit) {
    connection.usedAt(clock.instant());
    boolean keep = fit && connection.mails() < MOST_MAILS;
    synchronized (this) {
      busy.remove(connection);
      keep &= !closed;
      if (keep) {
        waiting.addFirst(connection);
      }
    }
    if (!keep) {
      connection.quit();
    }
  }

  private static void quit(List<SmtpConnection> connections) {
    connections.forEach(SmtpConnection::quit);
  }

  synchronized int waiting() {
    return waiting.size();
  }

  /// Mails on their way fail at once.
  @Override
  public void close() {
    List<SmtpConnection> idle;
    synchronized (this) {
      closed = true;
      busy.forEach(SmtpConnection::abort);
      idle = List.copyOf(waiting);
      waiting.clear();
    }
    quit(idle);
  }
}
