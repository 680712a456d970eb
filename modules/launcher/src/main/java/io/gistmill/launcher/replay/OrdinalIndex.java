package io.gistmill.launcher.replay;

import java.util.Arrays;

/// A number for each ordinal, in little memory: eight bytes a post.
final class OrdinalIndex {

  static final long NONE = -1;

  private long[] values = new long[0];

  void put(long ordinal, long value) {
    int at = Math.toIntExact(ordinal);
    if (at >= values.length) {
      int before = values.length;
      values = Arrays.copyOf(values, Math.max(1024, at + at / 2 + 1));
      Arrays.fill(values, before, values.length, NONE);
    }
    values[at] = value;
  }

  /// @return [#NONE] where nothing was put
  long get(long ordinal) {
    int at = Math.toIntExact(ordinal);
    return at < values.length ? values[at] : NONE;
  }
}
