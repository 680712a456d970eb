package io.gistmill.launcher.config;

import io.gistmill.classifier.trained.sentence.Sentences;
import java.util.Map;
import java.util.Set;

/// Whether the classifier that comes with Gistmill looks at whole sentences: the setting
/// `classifier.sentences`. It holds for the process, and has to be made before the classifiers are
/// searched for.
public final class SentenceChoice {

  /// The variable of the setting, for commands that read no configuration.
  private static final String VARIABLE = "GISTMILL_CLASSIFIER_SENTENCES";

  private static final Set<String> NO = Set.of("no", "false");

  private SentenceChoice() {}

  /// @param wanted where not, sentences are left out from now on
  public static void apply(boolean wanted) {
    if (!wanted) {
      System.setProperty(Sentences.WANTED, "no");
    }
  }

  /// Applies what the variable says.
  public static void apply(Map<String, String> environment) {
    apply(!NO.contains(environment.getOrDefault(VARIABLE, "yes")));
  }
}
