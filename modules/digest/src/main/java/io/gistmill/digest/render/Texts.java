package io.gistmill.digest.render;

import io.gistmill.domain.Language;
import org.jspecify.annotations.Nullable;

/// Makes foreign text fit to be shown.
public final class Texts {

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

  /// `rtl` where the first letter with a direction runs from right to left, else null for the
  /// document's own; as rule P2 of UAX 9 has it.
  public static @Nullable String direction(String text) {
    int strong = text.codePoints().filter(Texts::hasDirection).findFirst().orElse('a');
    return isRightToLeft(strong) ? "rtl" : null;
  }

  private static boolean hasDirection(int codePoint) {
    return Character.getDirectionality(codePoint) == Character.DIRECTIONALITY_LEFT_TO_RIGHT
        || isRightToLeft(codePoint);
  }

  private static boolean isRightToLeft(int codePoint) {
    byte direction = Character.getDirectionality(codePoint);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private static boolean hasHan(String text) {
    return text.codePoints().anyMatch(Character::isIdeographic);
  }
}
