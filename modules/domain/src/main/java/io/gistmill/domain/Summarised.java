package io.gistmill.domain;

import java.util.List;

/// What a summariser wrote about one post, or that it failed. Recorded on the log and never asked
/// again.
public sealed interface Summarised {

  /// The words of a machine, checked against the post and in its language.
  ///
  /// @param summariser name and version, such as `chat-summary@3f1c0a7d5b`
  /// @param headline not blank
  /// @param sentences those that stood the check, in their order; at least one
  record Written(String summariser, String headline, List<String> sentences) implements Summarised {
    public Written {
      sentences = List.copyOf(sentences);
      if (headline.isBlank() || sentences.isEmpty()) {
        throw new IllegalArgumentException("a summary needs a headline and a sentence");
      }
    }
  }

  /// @param reason for people; says what went wrong and, where known, the mend
  record Failed(String summariser, String reason) implements Summarised {}

  String summariser();
}
