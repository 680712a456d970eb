package io.gistmill.digest.desk.brief;

/// Shortens a text at a place where a reader would pause.
final class Cut {

  private static final String CLAUSE_ENDS = "，；：、。！？,;:!?—–|";

  private static final String OPENING = "《「『（(“[【";
  private static final String CLOSING = "》」』）)”]】";

  private Cut() {}

  /// A start of the text within so many columns: up to the end of a clause when one lies in its
  /// second half, else up to the end of a word. Never ends inside brackets that a cut before them
  /// avoids.
  static String to(String text, int columns) {
    int limit = Width.prefix(text, columns);
    if (limit == text.length()) {
      return text;
    }
    return trimmed(text.substring(0, beforeOpenBracket(text, boundary(text, limit))));
  }

  /// Without the marks that only make sense when something follows.
  static String trimmed(String text) {
    return text.substring(0, trimmedEnd(text, 0, text.length()));
  }

  /// Where a part of a text ends without such marks.
  static int trimmedEnd(String text, int from, int to) {
    int end = to;
    while (end > from && isDangling(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  private static boolean isDangling(char last) {
    return Character.isWhitespace(last) || "，；：、,;:—–-|。.…".indexOf(last) >= 0;
  }

  private static int boundary(String text, int limit) {
    for (int i = limit; i > limit / 2; i--) {
      if (CLAUSE_ENDS.indexOf(text.charAt(i - 1)) >= 0 && !isInsideNumber(text, i - 1)) {
        return i;
      }
    }
    for (int i = limit; i > 0; i--) {
      if (isWordEnd(text, i)) {
        return i;
      }
    }
    return limit;
  }

  /// True for a comma or colon that a letter or digit follows at once.
  static boolean isInsideNumber(String text, int mark) {
    return mark + 1 < text.length()
        && Character.isLetterOrDigit(text.charAt(mark + 1))
        && ",:".indexOf(text.charAt(mark)) >= 0;
  }

  private static boolean isWordEnd(String text, int end) {
    char before = text.charAt(end - 1);
    char after = text.charAt(end);
    boolean latin = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
    return !Character.isLowSurrogate(after)
        && (Width.isWide(before) || Width.isWide(after) || !latin)
        && CLOSING.indexOf(after) < 0;
  }

  private static int beforeOpenBracket(String text, int end) {
    int open = 0;
    for (int i = end - 1; i >= end / 3; i--) {
      char c = text.charAt(i);
      if (CLOSING.indexOf(c) >= 0) {
        open--;
      } else if (OPENING.indexOf(c) >= 0 && ++open > 0) {
        return i;
      }
    }
    return end;
  }
}
