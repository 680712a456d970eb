package io.gistmill.classifier.names;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Spellings and what they stand for as a tree of characters, so that a text is walked along and no
/// words are cut out of it: most walks end after a few characters.
///
/// (Fredkin, "Trie memory", 1960.) A place in the tree is a number; [#ROOT] is where every walk
/// begins. Whatever follows one place lies side by side in the order of its characters, and what
/// follows the first of these is next to it: most walks stay within a few lines of memory.
/// Immutable.
final class SpellingTree {

  static final int ROOT = 0;

  /// Where no spelling goes on.
  static final int NOWHERE = -1;

  /// What follows the root, by character; 0 for nothing.
  private final int[] first = new int[Character.MAX_VALUE + 1];

  /// By place: the character that leads there, where those begin that follow, and how many they
  /// are.
  private final char[] letters;

  private final int[] following;
  private final char[] counts;
  private final @Nullable String[] values;

  /// @param meanings what spellings stand for, none of which is empty
  /// @throws IllegalArgumentException if one is
  SpellingTree(Map<String, String> meanings) {
    List<String> spellings = meanings.keySet().stream().sorted().toList();
    if (!spellings.isEmpty() && spellings.getFirst().isEmpty()) {
      throw new IllegalArgumentException("a spelling must not be empty");
    }
    int places = places(spellings);
    this.letters = new char[places];
    this.following = new int[places];
    this.counts = new char[places];
    this.values = new String[places];
    grow(spellings, meanings);
  }

  private static int places(List<String> spellings) {
    int places = 1;
    String before = "";
    for (String spelling : spellings) {
      int shared = Arrays.mismatch(before.toCharArray(), spelling.toCharArray());
      places += spelling.length() - Math.max(0, shared);
      before = spelling;
    }
    return places;
  }

  /// Spellings that begin alike.
  ///
  /// @param place behind what they share
  /// @param from the first of them
  /// @param to behind the last of them
  /// @param depth how many characters they share
  private record Branch(int place, int from, int to, int depth) {}

  private void grow(List<String> spellings, Map<String, String> meanings) {
    Deque<Branch> branches = new ArrayDeque<>(List.of(new Branch(ROOT, 0, spellings.size(), 0)));
    int free = 1;
    while (!branches.isEmpty()) {
      Branch branch = branches.pop();
      int from = branch.from();
      if (from < branch.to() && spellings.get(from).length() == branch.depth()) {
        values[branch.place()] = meanings.get(spellings.get(from++));
      }
      following[branch.place()] = free;
      Deque<Branch> next = new ArrayDeque<>();
      while (from < branch.to()) {
        char c = spellings.get(from).charAt(branch.depth());
        int to = from;
        while (to < branch.to() && spellings.get(to).charAt(branch.depth()) == c) {
          to++;
        }
        letters[free] = c;
        next.push(new Branch(free++, from, to, branch.depth() + 1));
        from = to;
      }
      counts[branch.place()] = (char) next.size();
      next.forEach(branches::push);
    }
    for (int place = following[ROOT]; place < following[ROOT] + counts[ROOT]; place++) {
      first[letters[place]] = place;
    }
  }

  /// @return the place behind a character, or [#NOWHERE]
  int next(int place, char c) {
    if (place <= ROOT) {
      return place == ROOT && first[c] != 0 ? first[c] : NOWHERE;
    }
    int from = following[place];
    int found = Arrays.binarySearch(letters, from, from + counts[place], c);
    return found < 0 ? NOWHERE : found;
  }

  /// @return the place behind a word, or [#NOWHERE]
  int next(int place, String word) {
    int at = place;
    for (int i = 0; i < word.length() && at != NOWHERE; i++) {
      at = next(at, word.charAt(i));
    }
    return at;
  }

  /// What the spelling stands for that ends at a place; null when none does.
  @Nullable String value(int place) {
    return place == NOWHERE ? null : values[place];
  }
}
