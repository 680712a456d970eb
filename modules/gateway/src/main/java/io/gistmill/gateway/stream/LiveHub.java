package io.gistmill.gateway.stream;

import io.gistmill.gateway.log.Entry;
import io.gistmill.gateway.log.Listener;
import io.gistmill.gateway.log.Positions;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Hands every tagged post to all live readers. Safe for all threads; never waits for a reader.
public final class LiveHub implements Listener, AutoCloseable {

  private final int buffer;
  private final Set<Subscription> readers = new HashSet<>();
  private @Nullable Positions heard;
  private @Nullable Positions now;
  private boolean closed;

  /// @param buffer how many entries wait for one reader before it counts as too slow
  public LiveHub(int buffer) {
    this.buffer = buffer;
  }

  @Override
  public synchronized void begin(Positions from, Positions end) {
    heard = from;
    now = from.latest(end);
  }

  @Override
  public synchronized void accept(Entry.OfTagged entry) {
    if (heard != null) {
      heard = heard.after(entry.place().partition(), entry.place().offset());
    }
    readers.forEach(reader -> reader.put(entry));
  }

  /// Empty until the log is known, and after the end.
  synchronized Optional<Subscription> register() {
    if (closed || heard == null || now == null) {
      return Optional.empty();
    }
    var reader = new Subscription(heard, now.latest(heard), buffer);
    readers.add(reader);
    return Optional.of(reader);
  }

  synchronized void leave(Subscription reader) {
    readers.remove(reader);
  }

  /// How many read at this moment.
  public synchronized int readers() {
    return readers.size();
  }

  /// Ends all streams.
  @Override
  public synchronized void close() {
    closed = true;
    readers.forEach(Subscription::end);
  }
}
