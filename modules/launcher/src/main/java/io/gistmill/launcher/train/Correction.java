package io.gistmill.launcher.train;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a reader said that a post has and has not.
///
/// @param place file and line, for people
/// @param whole all topics that the post has; null where only changes were said
record Correction(
    String place,
    String postId,
    SortedSet<String> added,
    SortedSet<String> removed,
    @Nullable SortedSet<String> whole) {

  /// @param topics null where nobody said any
  SortedSet<String> appliedTo(@Nullable SortedSet<String> topics) {
    var corrected = new TreeSet<String>();
    if (whole != null) {
      corrected.addAll(whole);
    } else if (topics != null) {
      corrected.addAll(topics);
    }
    corrected.addAll(added);
    corrected.removeAll(removed);
    return Collections.unmodifiableSortedSet(corrected);
  }
}
