package io.gistmill.delivery.webhook;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Texts of other people on their way into a line.
final class Words {

  private Words() {}

  /// Line ends and control signs as blanks, one at a time.
  static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
  }

  /// Those that say something, one below the other.
  static String lines(String... texts) {
    return Stream.of(texts).filter(text -> !text.isEmpty()).collect(Collectors.joining("\n"));
  }

  /// @param units of UTF-16 at the most, the sign for what is left out among them
  static String cut(String text, int units) {
    return cut(text, units, Escape.NONE);
  }

  /// A text, escaped, that is cut between signs so that no escape is cut in two.
  ///
  /// @param units of UTF-16 after escaping
  static String cut(String text, int units, Escape escape) {
    String whole = escape.text(text);
    if (whole.length() <= units) {
      return whole;
    }
    var cut = new StringBuilder();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      String sign = escape.sign(text.codePointAt(i));
      if (cut.length() + sign.length() >= units) {
        break;
      }
      cut.append(sign);
    }
    return cut.append('…').toString();
  }
}
