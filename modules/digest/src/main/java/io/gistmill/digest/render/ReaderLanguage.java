package io.gistmill.digest.render;

import io.gistmill.domain.Language;
import io.gistmill.domain.Preferences;
import io.gistmill.domain.StoryPost;
import java.util.List;

/// Finds the post of a story whose words a reader gets.
final class ReaderLanguage {

  private ReaderLanguage() {}

  /// The first post in the reader's language, or else the lead. Headline and summary come both from
  /// it, since words of two posts side by side would say what neither said.
  ///
  /// @param told lead first
  /// @param preferences of which Chinese or English counts; nobody reads in no language at all
  static StoryPost teller(List<StoryPost> told, Preferences preferences) {
    Language wanted = preferences.language();
    boolean asked = wanted == Language.ZH || wanted == Language.EN;
    return told.stream()
        .filter(post -> asked && post.language() == wanted && !post.headline().isBlank())
        .findFirst()
        .orElse(told.getFirst());
  }
}
