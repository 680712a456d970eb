package io.gistmill.digest.desk.brief;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// The words of a text with a Latin capital, which in Chinese are names of things mostly: which one
/// comes first, and which most often.
final class LatinNames {

  /// Words that have a capital for other reasons.
  private static final Set<String> COMMON =
      Set.of(
          "i", "the", "a", "it", "this", "we", "in", "if", "my", "but", "and", "so", "ai", "how",
          "what", "why", "no", "yes", "on", "for", "is", "to", "at", "of", "an", "our", "you",
          "they", "he", "she", "that", "not", "one", "two", "three", "four", "when", "there", "all",
          "with", "as", "from", "after", "new", "every", "most", "people", "here");

  /// @param folded in lower case
  private record Name(int from, int to, String folded) {}

  private final List<Name> names;
  private final String commonest;

  private LatinNames(List<Name> names) {
    this.names = names;
    this.commonest = commonest(names);
  }

  static LatinNames of(String text) {
    var names = new ArrayList<Name>();
    int at = 0;
    while (at < text.length()) {
      int end = wordEnd(text, at);
      add(text, at, end, names);
      at = Math.max(at + 1, end);
    }
    return new LatinNames(names);
  }

  /// Where the word ends that begins here, or here when none does.
  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length() && isPart(text.charAt(at), at == from)) {
      at++;
    }
    return at;
  }

  private static boolean isPart(char c, boolean first) {
    boolean letter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    return letter || !first && (c >= '0' && c <= '9' || ".-+".indexOf(c) >= 0);
  }

  private static void add(String text, int from, int to, List<Name> names) {
    for (int at = from; at < to; at++) {
      if (Character.isUpperCase(text.charAt(at))) {
        String folded = text.substring(from, to).toLowerCase(Locale.ROOT);
        if (!COMMON.contains(folded)) {
          names.add(new Name(from, to, folded));
        }
        return;
      }
    }
  }

  private static String commonest(List<Name> names) {
    Map<String, Integer> counts = new TreeMap<>();
    names.forEach(name -> counts.merge(name.folded(), 1, Integer::sum));
    String commonest = "";
    for (Name name : names) {
      if (counts.get(name.folded()) > counts.getOrDefault(commonest, 0)) {
        commonest = name.folded();
      }
    }
    return commonest;
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /// Whether one stands in a part of the text.
  boolean anyIn(int from, int to) {
    return names.stream().anyMatch(name -> name.from() >= from && name.to() <= to);
  }

  /// Whether a part of the text has the one that the text names first.
  boolean firstIn(int from, int to) {
    return !names.isEmpty() && isIn(names.getFirst().folded(), from, to);
  }

  /// Whether a part of the text has the one that the text names most often.
  boolean commonestIn(int from, int to) {
    return isIn(commonest, from, to);
  }

  boolean beginAt(int from) {
    return names.stream().anyMatch(name -> name.from() == from);
  }

  private boolean isIn(String folded, int from, int to) {
    return names.stream()
        .anyMatch(name -> name.from() >= from && name.to() <= to && name.folded().equals(folded));
  }
}
