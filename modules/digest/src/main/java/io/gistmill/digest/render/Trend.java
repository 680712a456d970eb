package io.gistmill.digest.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A topic or name that is told of more or less than before.
///
/// @param name as readers know it
/// @param now how many posts this period
/// @param before how many the period before; null where that is not known
/// @param series posts of each period, oldest first, this period's last; may be empty
/// @param posts the most telling ones, best first
public record Trend(
    String name,
    int now,
    @Nullable Integer before,
    List<Integer> series,
    List<WeekView.Told> posts) {

  public Trend {
    series = List.copyOf(series);
    posts = List.copyOf(posts);
  }

  /// The series as a row of bars, for readers who see; empty without a series.
  public String sparkline() {
    return Sparkline.of(series);
  }
}
