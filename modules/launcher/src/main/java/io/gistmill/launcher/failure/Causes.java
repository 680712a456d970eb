package io.gistmill.launcher.failure;

/// What lies behind a failure, for people.
public final class Causes {

  private Causes() {}

  /// The failure that caused all others.
  public static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /// The first line of what a failure says; its kind where it says nothing.
  public static String message(Throwable failure) {
    String message = failure.getMessage();
    String name = failure.getClass().getSimpleName();
    return message == null ? name : message.lines().findFirst().orElse(name);
  }
}
