package io.gistmill.classifier.embedding;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/// Does a piece of work on a thread with a large stack. Native code that goes deep ends the whole
/// process without a word where the stack of an ordinary thread is too small for it.
final class Roomy {

  private static final long STACK_BYTES = 64L << 20;

  private Roomy() {}

  static <T> T call(Supplier<T> work) {
    var result = new CompletableFuture<T>();
    Thread.ofPlatform()
        .name("sentence-model")
        .daemon(true)
        .stackSize(STACK_BYTES)
        .start(() -> complete(result, work));
    return result.join();
  }

  private static <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
    try {
      result.complete(work.get());
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }
}
