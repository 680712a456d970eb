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

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();

  private final boolean lowerCase;

  private Words(boolean lowerCase) {
    this.lowerCase = lowerCase;
  }

  /// @param most units of the text that count
  static List<String> of(String text, int most, boolean lowerCase) {
    String start = text.substring(0, Math.min(text.length(), most));
    String folded =
        lowerCase
            ? Normalizer.normalize(start, Normalizer.Form.NFD).toLowerCase(Locale.ROOT)
            : start;
    var words = new Words(lowerCase);
    folded.codePoints().forEach(words::take);
    words.end();
    return words.words;
  }

  private void take(int unit) {
    int half = half(unit);
    if (Character.isWhitespace(half) || half == '\u00A0' || half == '\u3000') {
      end();
    } else if (isAlone(half)) {
      end();
      words.add(Character.toString(half));
    } else if (isSeen(half) && word.length() < MAX_WORD) {
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
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
