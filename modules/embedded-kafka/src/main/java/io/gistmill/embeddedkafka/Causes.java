package io.gistmill.embeddedkafka;

import java.util.Optional;

/// Looks through the causes of a failure.
final class Causes {

  private static final int DEPTH = 20;

  private Causes() {}

  /// The innermost cause in words: its kind, and its message if it has one.
  static String root(Throwable failure) {
    Throwable root = failure;
    for (int depth = 0; root.getCause() != null && depth < DEPTH; depth++) {
      root = root.getCause();
    }
    String kind = root.getClass().getSimpleName();
    return root.getMessage() == null ? kind : kind + ": " + root.getMessage();
  }

  static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEPTH; depth++) {
      if (kind.isInstance(cause)) {
        return Optional.of(kind.cast(cause));
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }
}
