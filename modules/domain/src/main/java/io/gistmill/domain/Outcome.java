package io.gistmill.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one classifier said of one post: tags, or that it failed. Recorded on the log and never
/// asked again.
public sealed interface Outcome {

  /// @param classifier name and version, such as `taxonomy@1`
  /// @param emphasis where in its text the post says most; null where the classifier cannot tell
  record Tagged(String classifier, List<Tag> tags, @Nullable Emphasis emphasis) implements Outcome {
    public Tagged {
      tags = List.copyOf(tags);
      emphasis = emphasis != null && emphasis.known() ? emphasis : null;
    }

    /// By a classifier that tells of topics alone.
    public Tagged(String classifier, List<Tag> tags) {
      this(classifier, tags, null);
    }
  }

  /// @param reason for people; says what went wrong and, where known, the mend
  record Failed(String classifier, String reason) implements Outcome {}

  String classifier();
}
