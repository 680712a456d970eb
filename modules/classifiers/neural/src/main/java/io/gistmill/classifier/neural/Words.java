package io.gistmill.classifier.neural;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Cuts a text into words, signs and Chinese characters. In lower case, accents are left out too:
/// word lists in lower case have none.
final class Words {

  private static final int MAX_WORD = 100;
  private static final int FULL_TO_HALF = '\uFF01' - '!';

  private final List<Word> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();

  private final boolean lowerCase;
  private int start;

  /// @param start offset in the text
  record Word(String text, int start) {}

  private Words(boolean lowerCase) {
    this.lowerCase = lowerCase;
  }

  /// @param most units of the text that count
  static List<Word> of(String text, int most, boolean lowerCase) {
    String beginning = text.substring(0, Math.min(text.length(), most));
    var words = new Words(lowerCase);
    for (int at = 0;
        at < beginning.length();
        at += Character.charCount(beginning.codePointAt(at))) {
      words.take(beginning.codePointAt(at), at);
    }
    words.end();
    return words.words;
  }

  private void take(int unit, int at) {
    if (lowerCase && unit >= 0x80) {
      Normalizer.normalize(Character.toString(unit), Normalizer.Form.NFD)
          .codePoints()
          .forEach(part -> takePart(part, at));
    } else {
      takePart(unit, at);
    }
  }

  private void takePart(int unit, int at) {
    int half = half(unit);
    if (Character.isWhitespace(half) || half == '\u00A0' || half == '\u3000') {
      end();
    } else if (isAlone(half)) {
      end();
      words.add(new Word(Character.toString(half), at));
    } else if (isSeen(half) && word.length() < MAX_WORD) {
      start = word.isEmpty() ? at : start;
      word.appendCodePoint(half);
    }
  }

  private static int half(int unit) {
    boolean wide = unit >= '\uFF01' && unit <= '\uFF5E';
    return wide && Character.isLetterOrDigit(unit) ? unit - FULL_TO_HALF : unit;
  }

  private boolean isSeen(int unit) {
    return switch (Character.getType(unit)) {
      case Character.NON_SPACING_MARK -> !lowerCase;
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }

  private static boolean isAlone(int unit) {
    return Character.UnicodeScript.of(unit) == Character.UnicodeScript.HAN || isSign(unit);
  }

  private static boolean isSign(int unit) {
    if (unit < 0x80) {
      return unit > ' ' && unit < 0x7F && !Character.isLetterOrDigit(unit);
    }
    return switch (Character.getType(unit)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> false;
    };
  }

  private void end() {
    if (!word.isEmpty()) {
      String whole = word.toString();
      words.add(new Word(lowerCase ? whole.toLowerCase(Locale.ROOT) : whole, start));
      word.setLength(0);
    }
  }
}
