package io.gistmill.digest.desk.brief;

import java.util.ArrayList;
import java.util.List;

/// Shortens a text at a place where a reader would pause.
final class Cut {

  private static final String CLAUSE_ENDS = "，；：、。！？,;:!?—–|";

  /// Behind these a clause says something by itself; behind a comma of a list it does not.
  private static final String WHOLE_CLAUSE_ENDS = "，；：。！？;:!?—–|";

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

  /// All starts of the text within so many columns that end with a clause, brackets closed; and the
  /// longest one that fits, when no clause ends there.
  static List<String> clauses(String text, int columns) {
    var clauses = new ArrayList<String>();
    int limit = Width.prefix(text, columns);
    for (int end = 1; end <= limit && end < text.length(); end++) {
      if (WHOLE_CLAUSE_ENDS.indexOf(text.charAt(end - 1)) >= 0
          && !isInsideNumber(text, end - 1)
          && beforeOpenBracket(text, end) == end) {
        clauses.add(trimmed(text.substring(0, end)));
      }
    }
    if (clauses.isEmpty() && limit < text.length()) {
      clauses.add(to(text, columns));
    }
    return clauses.stream().filter(clause -> !clause.isEmpty()).distinct().toList();
  }

  /// Without the marks that only make sense when something follows.
  static String trimmed(String text) {
    int end = text.length();
    while (end > 0 && isDangling(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end);
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

  private static boolean isInsideNumber(String text, int mark) {
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
