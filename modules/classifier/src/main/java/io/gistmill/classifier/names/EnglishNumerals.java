package io.gistmill.classifier.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Finds numbers in English words, in the form that [Numbers] has: `thirty-five` is `35`, `five
/// million` is `5000000`, `sixty%` is `60%`. A lone `one` is seldom meant as a number and left out;
/// `millions` and the like stand for themselves.
final class EnglishNumerals {

  private static final Map<String, Integer> SMALL =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90));

  private static final Map<String, Long> SCALES =
      Map.of(
          "dozen",
          12L,
          "hundred",
          100L,
          "thousand",
          1_000L,
          "million",
          1_000_000L,
          "billion",
          1_000_000_000L,
          "trillion",
          1_000_000_000_000L);

  private final String text;
  private final List<Piece> pieces;
  private final List<String> found = new ArrayList<>();

  private EnglishNumerals(String text) {
    this.text = text;
    this.pieces = Piece.of(text);
  }

  /// @param text half width and simplified, without numbers in digits
  static List<String> in(String text) {
    return new EnglishNumerals(text).find();
  }

  private List<String> find() {
    int at = 0;
    while (at < pieces.size()) {
      at = read(at);
    }
    return found;
  }

  private int read(int from) {
    var sum = new Sum();
    int end = from;
    int next = from;
    while (next < pieces.size() && (next == from || follows(next)) && sum.add(word(next))) {
      end = next + 1;
      next = end + (sum.isLarge() && end < pieces.size() && word(end).equals("and") ? 1 : 0);
    }
    if (end > from) {
      addNumber(sum, end);
      return end;
    }
    String word = word(from);
    if (word.endsWith("s") && SCALES.containsKey(word.substring(0, word.length() - 1))) {
      found.add(word);
    }
    return from + 1;
  }

  private void addNumber(Sum sum, int end) {
    boolean percent = text.startsWith("%", pieces.get(end - 1).end());
    if (percent || sum.value() > 1) {
      found.add(sum.value() + (percent ? "%" : ""));
    }
  }

  private boolean follows(int at) {
    return pieces.get(at).follows();
  }

  private String word(int at) {
    return pieces.get(at).lower();
  }

  /// Of the words of one number, from the left.
  private static final class Sum {

    private long total;
    private long group;
    private long smallest = Long.MAX_VALUE;

    long value() {
      return total + group;
    }

    boolean isLarge() {
      return value() >= 100 && group % 100 == 0;
    }

    /// @return whether the word goes on with the number
    boolean add(String word) {
      Integer small = SMALL.get(word);
      if (small != null) {
        return addSmall(small);
      }
      Long scale = SCALES.get(word);
      return scale != null && (scale == 100 ? addHundred() : addScale(scale));
    }

    private boolean addSmall(int value) {
      long tail = group % 100;
      boolean fits = tail == 0 || value < 10 && tail >= 20 && tail % 10 == 0;
      group += fits ? value : 0;
      return fits;
    }

    private boolean addHundred() {
      boolean fits = group < 100;
      group = fits ? Math.max(1, group) * 100 : group;
      return fits;
    }

    private boolean addScale(long scale) {
      boolean fits = scale < smallest && (group > 0 || total == 0);
      if (fits) {
        total += Math.max(1, group) * scale;
        group = 0;
        smallest = scale;
      }
      return fits;
    }
  }
}
