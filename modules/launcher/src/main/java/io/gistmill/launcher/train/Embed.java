package io.gistmill.launcher.train;

import io.gistmill.classifier.trained.learn.TrainerSettings;
import io.gistmill.classifier.trained.sentence.Sentences;
import java.util.Locale;

/// Whether a model looks at whole sentences, which is better for short texts and slower.
public enum Embed {
  YES,
  NO,
  AUTO;

  /// A post of this many characters has enough words of its own.
  private static final int SHORT = 120;

  /// With more posts, it would take too long to go unasked.
  private static final int MOST = 50_000;

  /// The settings of a model of these labels.
  ///
  /// @throws IllegalArgumentException when sentences are asked for and nothing here embeds them
  public TrainerSettings settings(Labels labels) {
    return switch (this) {
      case NO -> labels.settings();
      case YES -> {
        Sentences.embedder();
        yield labels.settings().withSentences();
      }
      case AUTO ->
          Sentences.installed() && areShort(labels)
              ? labels.settings().withSentences()
              : labels.settings();
    };
  }

  private static boolean areShort(Labels labels) {
    int size = labels.posts().size();
    int[] lengths =
        labels.examples().stream()
            .mapToInt(example -> example.post().text().length())
            .sorted()
            .toArray();
    return size > 0 && size <= MOST && lengths[size / 2] < SHORT;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
