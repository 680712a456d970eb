package io.gistmill.digest.desk.brief;

import java.util.SortedSet;

/// @param weight in thousandths; at or below 0 is not worth quoting
record Weighed(Sentence sentence, SortedSet<String> terms, int weight) {

  int start() {
    return sentence.start();
  }

  /// True when over half of what one of the two says is in the other.
  boolean repeats(Weighed other) {
    int least = Math.min(terms.size(), other.terms.size());
    return 2 * Terms.shared(terms, other.terms) > least;
  }
}
