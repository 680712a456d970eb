package io.gistmill.classifier.taxonomy;

import java.util.Arrays;

/// How often each of some numbers was seen. Forgets in time that grows with what was seen, not with
/// how many numbers there are.
final class SeenTimes {

  private final int[] times;
  private int[] seen = new int[64];
  private int size;

  /// @param numbers those from 0 to below this
  SeenTimes(int numbers) {
    times = new int[numbers];
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      times[seen[i]] = 0;
    }
    size = 0;
  }

  /// @return how often it was seen before
  int add(int number) {
    int before = times[number]++;
    if (before == 0) {
      if (size == seen.length) {
        seen = Arrays.copyOf(seen, 2 * size);
      }
      seen[size++] = number;
    }
    return before;
  }
}
