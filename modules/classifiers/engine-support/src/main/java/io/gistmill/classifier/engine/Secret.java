package io.gistmill.classifier.engine;

/// A word that nobody else may see. It prints as stars.
public final class Secret {

  private final String word;

  Secret(String word) {
    this.word = word;
  }

  /// For whom it is meant.
  public String reveal() {
    return word;
  }

  @Override
  public String toString() {
    return "***";
  }
}
