package io.gistmill.gateway.model;

import io.gistmill.gateway.log.Entry;
import io.gistmill.gateway.store.Writer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Writes what was read on a thread of its own, so that a slow disk does not hold up live readers.
/// What has come while one transaction was written goes into the next one together.
final class WriteBehind implements AutoCloseable {

  private static final int WAITING = 256;
  private static final int MOST_ENTRIES = 5_000;
  private static final Duration PATIENCE = Duration.ofMillis(100);
  private static final Duration CLOSING = Duration.ofSeconds(4);

  private final Writer writer;
  private final Consumer<List<Entry.Place>> told;
  private final BlockingQueue<Batch> waiting = new ArrayBlockingQueue<>(WAITING);
  private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
  private final AtomicLong given = new AtomicLong();
  private final AtomicLong written = new AtomicLong();
  private final Thread thread;
  private volatile boolean closing;

  private record Batch(List<Entry> entries, List<Entry.Place> next) {}

  /// @param told hears which offsets come next once what lies before stands in the copy
  WriteBehind(Writer writer, Consumer<List<Entry.Place>> told) {
    this.writer = writer;
    this.told = told;
    this.thread = Thread.ofPlatform().name("gateway-writer").start(this::run);
  }

  /// Waits while too much is waiting already.
  ///
  /// @param next the places behind the entries
  /// @throws IllegalStateException when nothing can be written any more
  void put(List<Entry> entries, List<Entry.Place> next) throws InterruptedException {
    var batch = new Batch(entries, next);
    given.addAndGet(entries.size());
    while (!waiting.offer(batch, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
      check();
    }
    check();
  }

  /// @throws IllegalStateException when nothing can be written any more
  void check() {
    Throwable cause = failure.get();
    if (cause != null) {
      throw new IllegalStateException(cause.getMessage(), cause);
    }
  }

  /// How many entries were put in so far.
  long given() {
    return given.get();
  }

  /// How many of them stand in the copy.
  long written() {
    return written.get();
  }

  private void run() {
    try {
      while (!closing || !waiting.isEmpty()) {
        Batch first = waiting.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        if (first != null) {
          write(first);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failure.set(e);
    }
  }

  private void write(Batch first) {
    var entries = new ArrayList<>(first.entries());
    var next = new LinkedHashMap<String, Entry.Place>();
    note(next, first);
    Batch more = first;
    while (more != null && entries.size() < MOST_ENTRIES) {
      more = waiting.poll();
      if (more != null) {
        entries.addAll(more.entries());
        note(next, more);
      }
    }
    writer.write(entries, List.copyOf(next.values()));
    written.addAndGet(entries.size());
    told.accept(List.copyOf(next.values()));
  }

  private static void note(LinkedHashMap<String, Entry.Place> next, Batch batch) {
    batch.next().forEach(place -> next.put(place.topic() + "/" + place.partition(), place));
  }

  /// Writes what is waiting first, within 4 s.
  @Override
  public void close() {
    closing = true;
    try {
      if (!thread.join(CLOSING)) {
        thread.interrupt();
        thread.join();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
