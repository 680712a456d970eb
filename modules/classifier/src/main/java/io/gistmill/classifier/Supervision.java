package io.gistmill.classifier;

import java.time.Duration;

/// How much patience there is with a classifier.
///
/// @param answerWithin how long it has for one post; time in which the whole process stood still
///   does not count
/// @param failures after so many in a row it is left alone for a while; one that took too long is
///   left alone at once
/// @param pause for how long it is left alone
record Supervision(Duration answerWithin, int failures, Duration pause) {

  static final Supervision STANDARD =
      new Supervision(Duration.ofSeconds(5), 10, Duration.ofSeconds(30));
}
