package io.gistmill.classifier.api.summary;

import java.util.List;

/// What a summariser says about one post, before anybody has checked it.
public sealed interface Draft {

  /// @param headline of a line; where it is none, or does not stand up, the draft is not used
  /// @param sentences one or two, each for itself: the others must make sense without it
  record Written(String headline, List<String> sentences) implements Draft {
    public Written {
      sentences = List.copyOf(sentences);
    }
  }

  /// @param reason for people; says what went wrong and, where known, the mend
  record Failed(String reason) implements Draft {}
}
