package io.gistmill.launcher.retag;

import io.gistmill.domain.PostEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Hands events on a few at a time, not more of them in a second than was asked for, so that new
/// posts find their way between them.
final class Batches {

  private static final int MOST = 100;

  private final int perSecond;
  private final Consumer<List<PostEvent.Retagged>> writer;
  private final List<PostEvent.Retagged> waiting = new ArrayList<>();
  private int written;

  Batches(int perSecond, Consumer<List<PostEvent.Retagged>> writer) {
    this.perSecond = perSecond;
    this.writer = writer;
  }

  /// @throws IllegalStateException when the thread is interrupted; what was handed on stays
  void add(PostEvent.Retagged event) {
    waiting.add(event);
    if (waiting.size() >= Math.min(MOST, perSecond)) {
      flush();
      pause();
    }
  }

  void flush() {
    if (!waiting.isEmpty()) {
      writer.accept(List.copyOf(waiting));
      written += waiting.size();
      waiting.clear();
    }
  }

  private void pause() {
    long millis = 1_000L * Math.min(MOST, perSecond) / perSecond;
    try {
      var _ = new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(
          "stopped after " + written + " posts; the same command goes on from there", e);
    }
  }

  int written() {
    return written;
  }
}
