package io.gistmill.digest.render;

import io.gistmill.domain.Language;
import io.gistmill.domain.ShownName;
import io.gistmill.domain.StackedMarks;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Makes foreign text fit to be shown.
public final class Texts {

  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\s]+");
  private static final Pattern TURNS = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

  private Texts() {}

  /// One line: no control characters, none that turn the direction of what follows, and no towers
  /// of marks; see [StackedMarks].
  static String oneLine(String text) {
    String line =
        isOneLine(text) ? text : TURNS.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("");
    return StackedMarks.cut(line.strip());
  }

  /// The same of each line; empty ones are left out.
  static String lines(String text) {
    return text.lines()
        .map(Texts::oneLine)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  /// Of somebody, or their account, on one line; see [ShownName].
  static String name(String name) {
    return oneLine(ShownName.of(name));
  }

  /// Most words are: to see so is cheaper than to replace nothing.
  private static boolean isOneLine(String text) {
    for (int at = 0; at < text.length(); at++) {
      char sign = text.charAt(at);
      boolean blanks = sign == ' ' && at > 0 && text.charAt(at - 1) == ' ';
      if (blanks || Character.isISOControl(sign) || isBreakOrTurn(sign)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBreakOrTurn(char sign) {
    return (sign >= '\u2028' && sign <= '\u202E') || (sign >= '\u2066' && sign <= '\u2069');
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
