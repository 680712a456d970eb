package io.gistmill.contracts;

/// Record keys of what concerns all posts and not one: no post id looks like them.
public final class EventKeys {

  /// Of all ticks, in every topic.
  public static final String TICK = "tick";

  /// Of all switches of classifiers, in `posts` and `tagged`.
  public static final String SWITCH = "switch";

  private EventKeys() {}
}
