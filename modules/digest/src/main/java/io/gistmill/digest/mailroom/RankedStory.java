package io.gistmill.digest.mailroom;

import io.gistmill.digest.editorial.Story;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/// A story of a window with its place among others.
///
/// @param posts of it, in any order
/// @param topics of all its posts of the window, shown or not
record RankedStory(Story story, List<Candidate> posts, Set<String> topics) {

  /// Best first; of equals the one that began earlier, then by id.
  static final Comparator<RankedStory> BEST_FIRST =
      Comparator.comparing(RankedStory::story, Story.BEST_FIRST);

  String id() {
    return story.id();
  }
}
