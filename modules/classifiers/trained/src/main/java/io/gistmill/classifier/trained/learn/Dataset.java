package io.gistmill.classifier.trained.learn;

import java.util.List;

/// Examples as numbers, which take a while to make where sentences are embedded, and serve for
/// training and for measuring alike.
public final class Dataset {

  private final List<Example> examples;
  private final TrainerSettings settings;
  private final Corpus corpus;

  private Dataset(List<Example> examples, TrainerSettings settings) {
    this.examples = List.copyOf(examples);
    this.settings = settings;
    this.corpus = Corpus.of(examples, settings.features(), settings.threads());
  }

  static Dataset of(List<Example> examples, TrainerSettings settings) {
    return new Dataset(examples, settings);
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
