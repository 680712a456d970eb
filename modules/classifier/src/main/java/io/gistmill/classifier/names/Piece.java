package io.gistmill.classifier.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A word of Latin letters and digits. `GPT-4V` and `GPT4V` are both `GPT` and `4V`.
///
/// @param lower the same in lower case
/// @param gap what stands before it
record Piece(String text, String lower, int start, int end, Gap gap) {

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

  static List<Piece> of(String text) {
    List<Piece> pieces = new ArrayList<>();
    int last = -1;
    int at = 0;
    while (at < text.length()) {
      if (isLatin(text.charAt(at))) {
        int end = runEnd(text, at);
        add(text, at, end, gap(text, last, at), pieces);
        last = end;
        at = end;
      } else {
        at++;
      }
    }
    return List.copyOf(pieces);
  }

  /// A letter of a language of Europe, or a digit.
  static boolean isLatin(char c) {
    return c < 0x80 ? isPlain(c) : c >= 0xC0 && c < 0x250 && c != '×' && c != '÷';
  }

  private static boolean isPlain(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// Over dots inside, and over the star of `Q*`.
  private static int runEnd(String text, int start) {
    int end = start;
    while (end < text.length() && isInside(text, end)) {
      end++;
    }
    boolean q = end == start + 1 && text.charAt(start) == 'Q';
    return q && end < text.length() && text.charAt(end) == '*' ? end + 1 : end;
  }

  private static boolean isInside(String text, int at) {
    char c = text.charAt(at);
    return isLatin(c) || c == '.' && at + 1 < text.length() && isLatin(text.charAt(at + 1));
  }

  /// Splits two or more letters from digits behind them, and digits from a word behind them:
  /// `Gemini1.5Pro` is three pieces.
  private static void add(String text, int start, int end, Gap gap, List<Piece> pieces) {
    int border = border(text, start, end);
    pieces.add(piece(text.substring(start, border), start, gap));
    if (border < end) {
      add(text, border, end, Gap.JOINED, pieces);
    }
  }

  private static Piece piece(String text, int start, Gap gap) {
    return new Piece(text, text.toLowerCase(Locale.ROOT), start, start + text.length(), gap);
  }

  private static int border(String text, int start, int end) {
    boolean digits = isDigit(text.charAt(start));
    int at = start;
    while (at < end && isDigit(text.charAt(at)) == digits || at < end && text.charAt(at) == '.') {
      at++;
    }
    boolean splits =
        digits ? beginsWord(text, at, end) : at - start > 1 && isLetters(text, start, at);
    return at < end && splits ? at : end;
  }

  private static boolean isLetters(String text, int start, int end) {
    return text.indexOf('.', start, end) < 0;
  }

  private static boolean beginsWord(String text, int at, int end) {
    if (at + 1 >= end || !Character.isUpperCase(text.charAt(at))) {
      return false;
    }
    for (int i = at + 1; i < end; i++) {
      if (!Character.isLowerCase(text.charAt(i))) {
        return false;
      }
    }
    return true;
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

  /// Without what does not belong to the spelling.
  String key() {
    return lower.indexOf('.') < 0 ? lower : lower.replace(".", "");
  }

  /// Walks along what [#key] says.
  ///
  /// @return the place behind this piece, or [SpellingTree#NOWHERE]
  int along(SpellingTree spellings, int place) {
    int at = place;
    for (int i = 0; i < lower.length() && at != SpellingTree.NOWHERE; i++) {
      at = lower.charAt(i) == '.' ? at : spellings.next(at, lower.charAt(i));
    }
    return at;
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
