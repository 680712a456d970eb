package io.gistmill.classifier.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A word of Latin letters and digits. `GPT-4V` and `GPT4V` are both `GPT` and `4V`.
///
/// @param gap what stands before it
record Piece(String text, int start, int end, Gap gap) {

  /// What stands between a piece and the one before.
  enum Gap {
    /// Nothing, or a mark that holds words together.
    JOINED,
    BLANK,
    /// An address of somebody: `@`.
    MENTION,
    TOPIC,
    BREAK
  }

  private static final Pattern RUN =
      Pattern.compile(
          "(?<!\\p{IsLatin})Q\\*|[\\p{IsLatin}\\p{Nd}]++(?:\\.[\\p{IsLatin}\\p{Nd}]++)*+");
  private static final Pattern LETTERS_THEN_DIGITS =
      Pattern.compile("(\\p{IsLatin}{2,})(\\p{Nd}[\\p{IsLatin}\\p{Nd}.]*)");
  private static final Pattern DIGITS_THEN_WORD =
      Pattern.compile("(v?\\p{Nd}[\\p{Nd}.]*)(\\p{Lu}\\p{Ll}+)");

  static List<Piece> of(String text) {
    List<Piece> pieces = new ArrayList<>();
    Matcher run = RUN.matcher(text);
    int last = -1;
    while (run.find()) {
      add(run.group(), run.start(), gap(text, last, run.start()), pieces);
      last = run.end();
    }
    return List.copyOf(pieces);
  }

  private static void add(String run, int start, Gap gap, List<Piece> pieces) {
    Matcher split = LETTERS_THEN_DIGITS.matcher(run);
    if (!split.matches()) {
      split = DIGITS_THEN_WORD.matcher(run);
    }
    if (split.matches()) {
      int border = start + split.end(1);
      pieces.add(new Piece(split.group(1), start, border, gap));
      add(split.group(2), border, Gap.JOINED, pieces);
    } else {
      pieces.add(new Piece(run, start, start + run.length(), gap));
    }
  }

  private static Gap gap(String text, int from, int to) {
    char before = to == 0 ? '\n' : text.charAt(to - 1);
    if (before == '@') {
      return Gap.MENTION;
    }
    if (before == '#') {
      return Gap.TOPIC;
    }
    if (from < 0 || to - from != 1) {
      return Gap.BREAK;
    }
    return switch (before) {
      case '-', '_', '·', '\'', '’', '\u2011', '\u2013', '/' -> Gap.JOINED;
      case ' ', '\u00A0' -> Gap.BLANK;
      default -> Gap.BREAK;
    };
  }

  String lower() {
    return text.toLowerCase(Locale.ROOT);
  }

  /// Without what does not belong to the spelling.
  String key() {
    return lower().replace(".", "");
  }

  boolean isCapitalised() {
    return Character.isUpperCase(text.charAt(0));
  }

  boolean startsWithDigit() {
    return Character.isDigit(text.charAt(0));
  }

  /// An inner capital, or letters and digits: nobody writes ordinary words so.
  boolean isUnusual() {
    boolean letters = false;
    boolean odd = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      letters |= Character.isLetter(c);
      odd |= Character.isDigit(c) || i > 0 && Character.isUpperCase(c) || c == '.' || c == '*';
    }
    return letters && odd;
  }

  boolean follows() {
    return gap == Gap.JOINED || gap == Gap.BLANK;
  }
}
