package io.gistmill.digest.desk.brief;

/// @param weight in thousandths; at or below 0 is not worth quoting
record Weighed(Sentence sentence, Terms terms, int weight) {

  int start() {
    return sentence.start();
  }

  /// True when over half of what one of the two says is in the other.
  boolean repeats(Weighed other) {
    int least = Math.min(terms.size(), other.terms.size());
    return 2 * terms.shared(other.terms) > least;
  }
}
