package io.gistmill.runtime;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.Logger;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/// Listens to what is logged, from warnings upward, until it is closed.
public final class LogLines implements AutoCloseable {

  private final List<LogEvent> events = new CopyOnWriteArrayList<>();
  private final Logger root = (Logger) LogManager.getRootLogger();
  private final Listener listener = new Listener();

  private LogLines() {}

  public static LogLines listen() {
    var lines = new LogLines();
    lines.listener.start();
    lines.root.get().addAppender(lines.listener, Level.WARN, null);
    return lines;
  }

  /// Messages, each with its level.
  public List<String> lines() {
    return events.stream()
        .map(event -> event.getLevel() + " " + event.getMessage().getFormattedMessage())
        .toList();
  }

  /// How often a failure was logged with its trace.
  public long traces(Throwable cause) {
    return events.stream().filter(event -> holds(event.getThrown(), cause)).count();
  }

  private static boolean holds(Throwable thrown, Throwable cause) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each == cause) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void close() {
    root.get().removeAppender(listener.getName());
    listener.stop();
  }

  private final class Listener extends AbstractAppender {

    Listener() {
      super("listener", null, null, true, Property.EMPTY_ARRAY);
    }

    @Override
    public void append(LogEvent event) {
      events.add(event.toImmutable());
    }
  }
}
