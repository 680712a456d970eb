package io.gistmill.classifier.tck;

/// Ends a trial: says how the promise is broken and what mends it.
final class BrokenPromise extends RuntimeException {

  private static final long serialVersionUID = 1;

  BrokenPromise(String message) {
    super(message);
  }

  static void unless(boolean kept, String message) {
    if (!kept) {
      throw new BrokenPromise(message);
    }
  }
}
