package io.gistmill.digest.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A topic or name that is told of more or less than before.
///
/// @param name as readers know it
/// @param now how many posts this period
/// @param before how many the period before
/// @param series posts of each day or week, oldest first, this period's last; may be empty
/// @param posts the most telling ones, best first
public record Trend(String name, int now, int before, List<Integer> series, List<Post> posts) {

  public Trend {
    series = List.copyOf(series);
    posts = List.copyOf(posts);
  }

  /// @param headline never empty
  /// @param language of the headline, as BCP 47 has it
  /// @param byline who wrote it
  /// @param link an http or https address, or null
  public record Post(String headline, String language, String byline, @Nullable String link) {}
}
