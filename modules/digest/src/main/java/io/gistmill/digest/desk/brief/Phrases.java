package io.gistmill.digest.desk.brief;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Words and phrases that a text is searched for all at once: Latin ones count as whole words,
/// Chinese ones wherever they stand. One that overlaps itself counts at each place.
final class Phrases {

  /// What a Latin word may not go on with, in front of a phrase or behind it.
  enum Border {
    /// Any letter or digit but Chinese ones.
    OF_LETTERS {
      @Override
      boolean goesOn(String text, int at) {
        return Character.isLetterOrDigit(text.charAt(at)) && !Width.isWide(text.charAt(at));
      }
    },
    /// A letter or digit of ASCII, an underscore, an accent: what `\b` of a regular expression
    /// finds.
    OF_ASCII {
      @Override
      boolean goesOn(String text, int at) {
        char c = text.charAt(at);
        return c < 0x80 ? c == '_' || Character.isLetterOrDigit(c) : isAccent(text, at);
      }
    };

    abstract boolean goesOn(String text, int at);

    private static boolean isAccent(String text, int mark) {
      int at = mark;
      while (at >= 0 && Character.getType(text.codePointAt(at)) == Character.NON_SPACING_MARK) {
        at--;
      }
      return at >= 0 && at < mark && Character.isLetterOrDigit(text.codePointAt(at));
    }
  }

  private final Border border;

  /// Whether one is a single character.
  private final BitSet alone = new BitSet();

  /// Whether one begins with two characters, by a hash of them: most places end here.
  private final BitSet beginnings = new BitSet();

  private final Map<Character, List<String>> phrases = new HashMap<>();

  private Phrases(Border border) {
    this.border = border;
  }

  /// @param phrases in lower case
  static Phrases among(Border border, String... phrases) {
    var all = new Phrases(border);
    for (String phrase : phrases) {
      if (phrase.length() == 1) {
        all.alone.set(phrase.charAt(0));
      } else {
        all.beginnings.set(beginning(phrase, 0));
      }
      all.phrases.computeIfAbsent(phrase.charAt(0), first -> new ArrayList<>()).add(phrase);
    }
    return all;
  }

  /// @param lower a text in lower case
  boolean in(String lower) {
    return count(lower, 1) > 0;
  }

  /// Whether a text begins with one of them.
  ///
  /// @param lower a text in lower case
  boolean begin(String lower) {
    return !lower.isEmpty() && countAt(lower, 0) > 0;
  }

  /// In how many places of a text one of them stands, up to a limit.
  ///
  /// @param lower a text in lower case
  int count(String lower, int most) {
    int count = 0;
    for (int i = 0; i < lower.length() && count < most; i++) {
      count += countAt(lower, i);
    }
    return Math.min(count, most);
  }

  private static int beginning(String text, int at) {
    int second = at + 1 < text.length() ? text.charAt(at + 1) : 0;
    return (text.charAt(at) * 31 + second) & 0xFFFF;
  }

  private int countAt(String text, int at) {
    if (!beginnings.get(beginning(text, at)) && !alone.get(text.charAt(at))) {
      return 0;
    }
    boolean wide = Width.isWide(text.charAt(at));
    if (!wide && at > 0 && border.goesOn(text, at - 1)) {
      return 0;
    }
    int count = 0;
    for (String phrase : phrases.getOrDefault(text.charAt(at), List.of())) {
      int end = at + phrase.length();
      boolean stands = text.startsWith(phrase, at);
      count += stands && (wide || end == text.length() || !border.goesOn(text, end)) ? 1 : 0;
    }
    return count;
  }
}
