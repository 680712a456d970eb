package io.gistmill.classifier;

import io.gistmill.domain.PostEvent;
import io.gistmill.runtime.state.ImpossibleEventException;
import java.util.SortedSet;
import java.util.TreeSet;

/// Refuses corrections that say nothing, both of two things, or what nobody knows.
final class CorrectionCheck {

  private CorrectionCheck() {}

  /// @param topics all that may be given now; what the post was given before may be taken from it
  ///   too
  static void check(PostEvent.Corrected correction, SeenPost post, SortedSet<String> topics) {
    String what = "the correction of post " + correction.postId();
    if (correction.added().isEmpty() && correction.removed().isEmpty()) {
      throw new ImpossibleEventException(
          what + " adds and removes nothing; name at least one topic");
    }
    var both = new TreeSet<>(correction.added());
    both.retainAll(correction.removed());
    if (!both.isEmpty()) {
      throw new ImpossibleEventException(
          what + " both adds and removes " + String.join(", ", both) + "; keep one of the two");
    }
    var unknown = new TreeSet<>(correction.added());
    unknown.addAll(correction.removed());
    unknown.removeAll(topics);
    post.slugs().filter(correction.removed()::contains).forEach(unknown::remove);
    if (!unknown.isEmpty()) {
      throw new ImpossibleEventException(
          what
              + " names topics that do not exist: "
              + String.join(", ", unknown)
              + "; known are: "
              + (topics.isEmpty() ? "none" : String.join(", ", topics)));
    }
  }
}
