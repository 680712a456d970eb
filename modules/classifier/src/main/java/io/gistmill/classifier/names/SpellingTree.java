package io.gistmill.classifier.names;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Spellings and what they stand for as a tree of characters, so that a text is walked along and no
/// words are cut out of it: most walks end at the second or third character.
///
/// (Fredkin, "Trie memory", 1960.) A place in the tree is a number; [#ROOT] is where every walk
/// begins. Safe for all threads once it is filled.
final class SpellingTree {

  static final int ROOT = 0;

  /// Where no spelling goes on.
  static final int NOWHERE = -1;

  /// With the root. The last one is [Short#MAX_VALUE]; [#first] and `targets` would hold the next
  /// as a negative number.
  private static final int MOST_PLACES = 1 << 15;

  /// What follows the root, by character; 0 for nothing.
  private final short[] first = new short[Character.MAX_VALUE + 1];

  /// What follows other places, by place and character; a table of which half stays empty.
  private int[] steps = new int[64];

  private short[] targets = new short[64];
  private int size;

  private final List<@Nullable String> values = new ArrayList<>();

  SpellingTree() {
    values.add(null);
  }

  /// The first value of a spelling stays.
  ///
  /// @param spelling not empty
  /// @throws IllegalArgumentException if it is
  /// @throws IllegalStateException if there are no places left for it
  void add(String spelling, String value) {
    if (spelling.isEmpty()) {
      throw new IllegalArgumentException("a spelling must not be empty");
    }
    int place = ROOT;
    for (int i = 0; i < spelling.length(); i++) {
      int next = next(place, spelling.charAt(i));
      place = next == NOWHERE ? grow(place, spelling.charAt(i)) : next;
    }
    if (values.get(place) == null) {
      values.set(place, value);
    }
  }

  private int grow(int place, char c) {
    int next = values.size();
    if (next == MOST_PLACES) {
      throw new IllegalStateException("the spellings need more than " + MOST_PLACES + " places");
    }
    values.add(null);
    if (place == ROOT) {
      first[c] = (short) next;
    } else {
      put(step(place, c), (short) next);
    }
    return next;
  }

  private void put(int step, short target) {
    if (++size * 2 > steps.length) {
      int[] oldSteps = steps;
      short[] oldTargets = targets;
      steps = new int[oldSteps.length * 2];
      targets = new short[oldSteps.length * 2];
      for (int i = 0; i < oldSteps.length; i++) {
        if (oldSteps[i] != 0) {
          set(oldSteps[i], oldTargets[i]);
        }
      }
    }
    set(step, target);
  }

  private void set(int step, short target) {
    int slot = slot(step);
    steps[slot] = step;
    targets[slot] = target;
  }

  /// @return not 0, since nothing but the root is at place 0
  private static int step(int place, char c) {
    return place << Character.SIZE | c;
  }

  private int slot(int step) {
    int mask = steps.length - 1;
    int slot = (step * 0x9E3779B9) >>> 7 & mask;
    while (steps[slot] != 0 && steps[slot] != step) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /// @return the place behind a character, or [#NOWHERE]
  int next(int place, char c) {
    if (place <= ROOT) {
      return place == ROOT && first[c] != 0 ? first[c] : NOWHERE;
    }
    int target = targets[slot(step(place, c))];
    return target == 0 ? NOWHERE : target;
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
    return place == NOWHERE ? null : values.get(place);
  }
}
