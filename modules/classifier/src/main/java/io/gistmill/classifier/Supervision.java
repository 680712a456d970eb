package io.gistmill.classifier;

import java.time.Duration;
import java.util.function.LongSupplier;

/// How much patience there is with a classifier.
///
/// @param answerWithin how long it has for one call; time in which the whole process stood still
///   does not count
/// @param failures after so many in a row it is left alone for a while; one that took too long is
///   left alone at once
/// @param pause for how long it is left alone
/// @param nanoClock says when patience and pause are over
record Supervision(Duration answerWithin, int failures, Duration pause, LongSupplier nanoClock) {

  private static final int FAILURES = 10;
  private static final Duration PAUSE = Duration.ofSeconds(30);

  static Supervision of(ActiveClassifier active, LongSupplier nanoClock) {
    return new Supervision(active.timeLimit(), FAILURES, PAUSE, nanoClock);
  }
}
