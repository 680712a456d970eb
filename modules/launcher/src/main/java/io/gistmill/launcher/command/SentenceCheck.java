package io.gistmill.launcher.command;

import io.gistmill.classifier.trained.sentence.Sentences;
import java.util.Optional;

/// Embeds a word, which needs code of this machine that may not run on it.
final class SentenceCheck {

  private static final String WHAT = "sentences";

  private SentenceCheck() {}

  /// @return nothing where sentences are not looked at
  static Optional<Finding> of(boolean wanted) {
    if (!wanted || !Sentences.installed()) {
      return Optional.empty();
    }
    try {
      Sentences.embedder().embed("Gistmill");
      return Optional.of(new Finding(true, WHAT, "looked at, by " + Sentences.version()));
    } catch (RuntimeException | LinkageError e) {
      return Optional.of(
          new Finding(
              false,
              WHAT,
              "cannot be looked at here ("
                  + e.getMessage()
                  + "); set classifier.sentences to no"));
    }
  }
}
