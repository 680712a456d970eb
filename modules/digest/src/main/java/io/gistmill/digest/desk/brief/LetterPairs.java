package io.gistmill.digest.desk.brief;

import java.util.Arrays;

/// The pairs of neighbouring letters of a text, marks and white space left out, and what may make
/// an editor repeat them in a title. Pairs serve Chinese, where most words have two letters, and
/// everything else alike. By prefix sums, all parts of the text are counted at once.
final class LetterPairs {

  /// Chinese letters that mostly join words, or stand for somebody.
  private static final String JOINING_LETTERS =
      "的了是在我你他她它们这那就都也不有和把被着过吧呢吗啊可以会要说到很还让给从对与及但而所因为如果什么怎样个一";

  private final int[] lettersBefore;
  private final int[][] sums;

  private LetterPairs(int[] lettersBefore, int[][] sums) {
    this.lettersBefore = lettersBefore;
    this.sums = sums;
  }

  static LetterPairs of(String text) {
    var letters = new Letters(text);
    return new LetterPairs(letters.before, sums(letters));
  }

  /// How many pairs with a trait lie within a part of the text.
  int count(Trait trait, int from, int to) {
    int[] sum = sums[trait.ordinal()];
    int first = lettersBefore[from];
    return sum[Math.max(first, lettersBefore[to] - 1)] - sum[first];
  }

  private static int[][] sums(Letters letters) {
    Pair[] pairs = letters.pairs();
    var sums = new int[Trait.values().length][pairs.length + 2];
    for (Trait trait : Trait.values()) {
      int[] sum = sums[trait.ordinal()];
      for (int i = 0; i < pairs.length; i++) {
        sum[i + 1] = sum[i] + (trait.holds(pairs[i]) ? 1 : 0);
      }
      sum[pairs.length + 1] = sum[pairs.length];
    }
    return sums;
  }

  /// What is known of a pair.
  enum Trait {
    ANY,
    TWICE,
    THRICE,
    FIVE_TIMES,
    OF_THE_FIRST_LINE,
    OF_THE_REST,
    LATIN,
    CAPITAL,
    DIGIT,
    JOINING,
    MARKED;

    private boolean holds(Pair pair) {
      return switch (this) {
        case ANY -> true;
        case TWICE -> pair.alike.count >= 2;
        case THRICE -> pair.alike.count >= 3;
        case FIVE_TIMES -> pair.alike.count >= 5;
        case OF_THE_FIRST_LINE -> pair.alike.inFirstLine;
        case OF_THE_REST -> pair.alike.inRest;
        case LATIN -> Letters.isLatin(pair.one) && Letters.isLatin(pair.other);
        case CAPITAL -> pair.capital;
        case DIGIT -> Character.isDigit(pair.one) || Character.isDigit(pair.other);
        case JOINING ->
            JOINING_LETTERS.indexOf(pair.one) >= 0 || JOINING_LETTERS.indexOf(pair.other) >= 0;
        case MARKED -> pair.marked;
      };
    }
  }

  /// @param capital within Latin words that have capitals
  /// @param marked within `《》` or quotes
  private record Pair(char one, char other, boolean capital, boolean marked, Alike alike) {}

  /// All pairs of the same two letters.
  private static final class Alike {
    private int count;
    private boolean inFirstLine;
    private boolean inRest;
  }

  private static final class Letters {
    private static final int LATIN_END = 0x250;
    private static final String OPENING = "《「『“";
    private static final String CLOSING = "》」』”";

    private final int[] before;
    private final char[] letters;
    private final boolean[] capital;
    private final boolean[] marked;
    private int count;
    private int firstLine = Integer.MAX_VALUE;
    private boolean inCapitals;
    private int depth;

    Letters(String text) {
      before = new int[text.length() + 1];
      letters = new char[text.length()];
      capital = new boolean[text.length()];
      marked = new boolean[text.length()];
      for (int i = 0; i < text.length(); i++) {
        before[i] = count;
        take(text.charAt(i));
      }
      before[text.length()] = count;
    }

    static boolean isLatin(char letter) {
      return letter < LATIN_END;
    }

    private void take(char c) {
      if (Character.isLetterOrDigit(c)) {
        inCapitals = isLatin(c) && (inCapitals || Character.isUpperCase(c));
        letters[count] = Character.toLowerCase(c);
        capital[count] = inCapitals;
        marked[count++] = depth > 0;
      } else {
        takeMark(c);
      }
    }

    private void takeMark(char c) {
      inCapitals = inCapitals && (c == '-' || c == '.');
      if (c == '\n') {
        depth = 0;
        firstLine = Math.min(firstLine, count);
      } else if (OPENING.indexOf(c) >= 0) {
        depth++;
      } else if (CLOSING.indexOf(c) >= 0) {
        depth = Math.max(0, depth - 1);
      }
    }

    Pair[] pairs() {
      var pairs = new Pair[Math.max(0, count - 1)];
      long[] sorted = sorted(pairs.length);
      var alike = new Alike();
      for (int i = 0; i < sorted.length; i++) {
        alike = i > 0 && sorted[i] >>> 32 == sorted[i - 1] >>> 32 ? alike : new Alike();
        pairs[(int) sorted[i]] = pair((int) sorted[i], alike);
      }
      return pairs;
    }

    private Pair pair(int at, Alike alike) {
      alike.count++;
      alike.inFirstLine |= at < firstLine;
      alike.inRest |= at >= firstLine;
      return new Pair(
          letters[at],
          letters[at + 1],
          capital[at] && capital[at + 1],
          marked[at] && marked[at + 1],
          alike);
    }

    /// The two letters of each pair, above where they stand.
    private long[] sorted(int pairs) {
      var sorted = new long[pairs];
      for (int i = 0; i < pairs; i++) {
        sorted[i] = ((long) letters[i] << 16 | letters[i + 1]) << 32 | i;
      }
      Arrays.sort(sorted);
      return sorted;
    }
  }
}
