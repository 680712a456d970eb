package io.gistmill.digest.desk.brief;

import io.gistmill.domain.Fixed;

/// @param probability that an editor would quote the sentence
record Weighed(SentenceView view, Fixed probability) {

  int start() {
    return view.sentence().start();
  }

  int width() {
    return view.width();
  }

  /// True when over half of what one of the two says is in the other.
  boolean repeats(Weighed other) {
    int least = Math.min(view.terms().size(), other.view.terms().size());
    return 2 * view.terms().shared(other.view.terms()) > least;
  }
}
