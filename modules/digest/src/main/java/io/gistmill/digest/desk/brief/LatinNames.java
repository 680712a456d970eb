package io.gistmill.digest.desk.brief;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The words of a text with a Latin capital, which in Chinese are names of things mostly: which one
/// comes first, and which most often. Where they stand is sorted, so that each question takes few
/// steps however many there are.
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

  private final Places all;
  private final Places first;
  private final Places commonest;

  /// @param names as they stand in the text
  private LatinNames(List<Name> names) {
    List<List<Name>> alike = alike(names);
    this.all = Places.of(names);
    this.first = Places.of(alike.isEmpty() ? List.of() : alike.getFirst());
    this.commonest = Places.of(longest(alike));
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

  /// Where the word ends that begins here, or here when none does. A full stop or dash behind it is
  /// no part of it.
  private static int wordEnd(String text, int from) {
    int at = from;
    while (at < text.length() && isPart(text.charAt(at), at == from)) {
      at++;
    }
    while (at > from && ".-".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
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

  /// The names by what they are in lower case, in the order in which the text begins to use them.
  private static List<List<Name>> alike(List<Name> names) {
    var alike = new LinkedHashMap<String, List<Name>>();
    for (Name name : names) {
      alike.computeIfAbsent(name.folded(), folded -> new ArrayList<>()).add(name);
    }
    return List.copyOf(alike.values());
  }

  /// The first of the longest.
  private static List<Name> longest(List<List<Name>> alike) {
    List<Name> longest = List.of();
    for (List<Name> names : alike) {
      longest = names.size() > longest.size() ? names : longest;
    }
    return longest;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /// Whether one stands in a part of the text.
  boolean anyIn(int from, int to) {
    return all.anyIn(from, to);
  }

  /// Whether a part of the text has the one that the text names first.
  boolean firstIn(int from, int to) {
    return first.anyIn(from, to);
  }

  /// Whether a part of the text has the one that the text names most often.
  boolean commonestIn(int from, int to) {
    return commonest.anyIn(from, to);
  }

  boolean beginAt(int from) {
    return all.beginAt(from);
  }

  /// Where names begin and end, in the order of the text.
  private static final class Places {
    private final int[] begins;
    private final int[] ends;

    private Places(int[] begins, int[] ends) {
      this.begins = begins;
      this.ends = ends;
    }

    static Places of(List<Name> names) {
      return new Places(
          names.stream().mapToInt(Name::from).toArray(),
          names.stream().mapToInt(Name::to).toArray());
    }

    boolean isEmpty() {
      return begins.length == 0;
    }

    boolean beginAt(int from) {
      return Arrays.binarySearch(begins, from) >= 0;
    }

    /// Names do not overlap: of those that begin behind a place the first one ends first.
    boolean anyIn(int from, int to) {
      int found = Arrays.binarySearch(begins, from);
      int next = found < 0 ? -found - 1 : found;
      return next < ends.length && ends[next] <= to;
    }
  }
}
