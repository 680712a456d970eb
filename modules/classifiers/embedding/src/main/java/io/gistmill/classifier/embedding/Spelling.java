package io.gistmill.classifier.embedding;

import io.gistmill.classifier.api.text.Simplified;

/// Spells a text as the model has mostly read it: in simplified characters.
final class Spelling {

  private Spelling() {}

  /// @return unit for unit
  static String of(String text) {
    char[] units = text.toCharArray();
    for (int i = 0; i < units.length; i++) {
      units[i] = Simplified.of(units[i]);
    }
    return new String(units);
  }
}
