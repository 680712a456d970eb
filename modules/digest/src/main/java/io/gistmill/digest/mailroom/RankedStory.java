package io.gistmill.digest.mailroom;

import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// A story of a window with its place among others.
///
/// @param posts lead first, as in the item
/// @param begun when the first of its posts was published
/// @param topics of all its posts of the window, shown or not
record RankedStory(
    Digest.Item item, List<Candidate> posts, Instant begun, Set<String> topics) {

  /// Best first; of equals the one that began earlier, then by id.
  static final Comparator<RankedStory> BEST_FIRST =
      Comparator.comparing(RankedStory::score)
          .reversed()
          .thenComparing(RankedStory::begun)
          .thenComparing(RankedStory::id);

  String id() {
    return item.story();
  }

  Fixed score() {
    return item.score();
  }
}
