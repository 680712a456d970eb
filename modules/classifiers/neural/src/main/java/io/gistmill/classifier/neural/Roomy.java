package io.gistmill.classifier.neural;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/// Does a piece of work on a thread with a large stack. Native code that goes deep ends the whole
/// process without a word where the stack of an ordinary thread is too small for it.
final class Roomy {

  private static final long STACK_BYTES = 64L << 20;

  private Roomy() {}

  /// @throws RuntimeException or Error that the work threw
  static <T> T call(Supplier<T> work) {
    var result = new CompletableFuture<T>();
    Thread.ofPlatform()
        .name("model")
        .daemon(true)
        .stackSize(STACK_BYTES)
        .start(() -> complete(result, work));
    try {
      return result.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static <T> void complete(CompletableFuture<T> result, Supplier<T> work) {
    try {
      result.complete(work.get());
    } catch (RuntimeException | Error e) {
      result.completeExceptionally(e);
    }
  }
}
