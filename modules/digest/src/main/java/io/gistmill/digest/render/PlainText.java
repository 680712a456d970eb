package io.gistmill.digest.render;

import java.text.BreakIterator;
import java.util.Locale;

/// Breaks text into lines for a screen of fixed-width letters, on which Chinese, Japanese and
/// Korean characters are two columns wide.
public final class PlainText {

  /// Columns of a line.
  public static final int WIDTH = 72;

  /// What stands before each line of a story.
  public static final String INDENT = " ".repeat(4);

  private PlainText() {}

  /// A story's number, as wide as [#INDENT] up to 99.
  public static String number(int rank) {
    return String.format(Locale.ROOT, "%-4s", rank + ".");
  }

  /// @param text without line breaks; words longer than a line stay whole
  /// @param indent stands before every line but the first, which the caller has begun with as many
  ///   columns
  /// @return lines with `\n` between them
  public static String wrap(String text, String indent) {
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
    breaks.setText(text);
    var lines = new StringBuilder();
    int column = indent.length();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (insideWord(text, end)) {
        continue;
      }
      String chunk = text.substring(start, end);
      if (column + columns(chunk.stripTrailing()) > WIDTH && column > indent.length()) {
        lines.setLength(lines.toString().stripTrailing().length());
        lines.append('\n').append(indent);
        column = indent.length();
      }
      lines.append(chunk);
      column += columns(chunk);
      start = end;
    }
    return lines.toString();
  }

  /// Addresses and names with dots, where the platform's rules would allow a break, stay whole.
  private static boolean insideWord(String text, int at) {
    if (at == text.length()) {
      return false;
    }
    int before = text.codePointBefore(at);
    return !Character.isWhitespace(before)
        && columns(before) < 2
        && columns(text.codePointAt(at)) < 2;
  }

  /// A line under a title of the same width.
  public static String rule(String title) {
    return "=".repeat(Math.min(WIDTH, columns(title)));
  }

  /// The same for a lesser title.
  public static String line(String title) {
    return "-".repeat(Math.min(WIDTH, columns(title)));
  }

  static int columns(String text) {
    return text.codePoints().map(PlainText::columns).sum();
  }

  private static int columns(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  /// The wide and full-width ranges of Unicode's East Asian Width (UAX 11), rounded to blocks.
  private static boolean isWide(int codePoint) {
    return within(codePoint, 0x1100, 0x115F)
        || within(codePoint, 0x2E80, 0x303E)
        || within(codePoint, 0x3041, 0xA4CF)
        || within(codePoint, 0xAC00, 0xD7A3)
        || within(codePoint, 0xF900, 0xFAFF)
        || within(codePoint, 0xFE30, 0xFE6F)
        || within(codePoint, 0xFF00, 0xFF60)
        || within(codePoint, 0xFFE0, 0xFFE6)
        || within(codePoint, 0x1F300, 0x1F64F)
        || within(codePoint, 0x1F680, 0x1F6FF)
        || within(codePoint, 0x1F900, 0x1F9FF)
        || within(codePoint, 0x20000, 0x3FFFD);
  }

  private static boolean within(int codePoint, int first, int last) {
    return codePoint >= first && codePoint <= last;
  }
}
