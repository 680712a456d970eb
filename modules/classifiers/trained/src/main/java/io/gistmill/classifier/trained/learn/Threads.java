package io.gistmill.classifier.trained.learn;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/// Does numbered pieces of work that know nothing of one another, on some threads.
final class Threads {

  private Threads() {}

  static void run(int threads, int pieces, IntConsumer work) {
    if (threads == 1) {
      IntStream.range(0, pieces).forEach(work);
      return;
    }
    try (var pool = Executors.newFixedThreadPool(threads)) {
      var running =
          IntStream.range(0, pieces)
              .<Future<?>>mapToObj(piece -> pool.submit(() -> work.accept(piece)))
              .toList();
      for (Future<?> piece : running) {
        piece.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("training failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while training", e);
    }
  }
}
