package io.gistmill.classifier.trained.learn;

import io.gistmill.domain.Post;
import java.util.List;
import java.util.function.Function;

/// Examples as numbers, which take a while to make where sentences are embedded, and serve for
/// training and for measuring alike.
public final class Dataset {

  private final List<Example> examples;
  private final TrainerSettings settings;
  private final Corpus corpus;

  private Dataset(
      List<Example> examples, TrainerSettings settings, Function<Post, byte[]> sentences) {
    this.examples = List.copyOf(examples);
    this.settings = settings;
    this.corpus = Corpus.of(examples, settings.features(), sentences, settings.threads());
  }

  static Dataset of(
      List<Example> examples, TrainerSettings settings, Function<Post, byte[]> sentences) {
    return new Dataset(examples, settings, sentences);
  }

  List<Example> examples() {
    return examples;
  }

  TrainerSettings settings() {
    return settings;
  }

  Corpus corpus() {
    return corpus;
  }
}
