package io.gistmill.digest.editorial;

import java.time.Instant;
import java.util.List;

/// What one digest showed. All subscriptions whose digest of a cut shows the same share one page.
///
/// A story with one post takes some 70 bytes of JSON, a page of twenty stories 1.4 kB.
///
/// @param cut end of the digest's window
/// @param stories in the order of the digest
public record ShownPage(Instant cut, List<ShownStory> stories) {

  public ShownPage {
    stories = List.copyOf(stories);
  }

  /// @param shown the first stories of an issue
  public static ShownPage of(Instant cut, List<Story> shown) {
    return new ShownPage(cut, shown.stream().map(ShownStory::of).toList());
  }
}
