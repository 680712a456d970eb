package io.gistmill.classifier.trained.text;

import io.gistmill.classifier.api.text.Simplified;

/// Spells a text as models of Chinese have mostly read it: in simplified characters.
public final class Spelling {

  private Spelling() {}

  /// @return unit for unit
  public static String of(String text) {
    char[] units = text.toCharArray();
    for (int i = 0; i < units.length; i++) {
      units[i] = Simplified.of(units[i]);
    }
    return new String(units);
  }
}
