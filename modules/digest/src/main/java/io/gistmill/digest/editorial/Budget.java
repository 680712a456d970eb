package io.gistmill.digest.editorial;

import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;

/// How much a reader has time for.
///
/// @param stories at the most
/// @param minutes of reading at the most; 0 for no limit
public record Budget(int stories, int minutes) {

  /// How many of the first stories fit. Order is kept: what does not fit ends the digest, though
  /// something shorter may come later. One story is always shown.
  ///
  /// @param millis how long one takes to read
  public <T> int fit(List<T> ranked, ToLongFunction<T> millis) {
    int most = Math.min(stories, ranked.size());
    if (minutes == 0) {
      return most;
    }
    long left = Duration.ofMinutes(minutes).toMillis();
    int shown = 0;
    while (shown < most) {
      left -= millis.applyAsLong(ranked.get(shown));
      if (left < 0 && shown > 0) {
        break;
      }
      shown++;
    }
    return shown;
  }
}
