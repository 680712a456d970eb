package io.gistmill.digest.render;

import io.gistmill.domain.Language;

/// Makes foreign text fit to be shown.
final class Texts {

  private Texts() {}

  /// One line: no control characters, and none that turn the direction of what follows.
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cc}\\u2028\\u2029\\s]+", " ")
        .replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "")
        .strip();
  }

  /// A BCP 47 tag; a mixed text goes by its script, since fonts and screen readers do.
  static String language(Language language, String text) {
    return switch (language) {
      case ZH -> "zh";
      case EN -> "en";
      case MIXED -> hasHan(text) ? "zh" : "en";
      case OTHER -> "und";
    };
  }

  private static boolean hasHan(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }
}
