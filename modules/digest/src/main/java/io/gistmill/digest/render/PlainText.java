package io.gistmill.digest.render;

import java.util.Locale;

/// Lays out text for a screen of fixed-width letters.
public final class PlainText {

  /// Columns of a line; a reply's `> ` has room before it in the 76 of format=flowed (RFC 3676).
  public static final int WIDTH = 72;

  /// What stands before each line of a story.
  public static final String INDENT = " ".repeat(4);

  private PlainText() {}

  /// A headline behind its number, which is as wide as [#INDENT] up to 99.
  public static String numbered(int rank, String headline) {
    String number = String.format(Locale.ROOT, "%-3s ", rank + ".");
    return number + wrap(headline, " ".repeat(number.length()));
  }

  /// @param text without line breaks; addresses longer than a line stay whole
  /// @param indent stands before every line but the first, which the caller has begun with as many
  ///   columns
  /// @return lines with `\n` between them
  public static String wrap(String text, String indent) {
    return new LineBreaks(text, WIDTH - indent.length()).lines("\n" + indent);
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
    return Columns.in(text).of(text);
  }
}
