package io.gistmill.domain;

import java.util.List;

/// What one classifier said of one post: tags, or that it failed. Recorded on the log and never
/// asked again.
public sealed interface Outcome {

  /// @param classifier name and version, such as `taxonomy@1`
  record Tagged(String classifier, List<Tag> tags) implements Outcome {
    public Tagged {
      tags = List.copyOf(tags);
    }
  }

  /// @param reason for people; says what went wrong and, where known, the mend
  record Failed(String classifier, String reason) implements Outcome {}

  String classifier();
}
