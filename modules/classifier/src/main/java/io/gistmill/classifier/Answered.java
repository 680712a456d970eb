package io.gistmill.classifier;

import io.gistmill.domain.Outcome;
import org.jspecify.annotations.Nullable;

/// What is recorded of one classifier and one post.
///
/// @param failure null where the outcome is none
record Answered(Outcome outcome, @Nullable Failure failure) {

  private static final int MAX_REASON = 300;

  static Answered failed(String classifier, Failure failure, String reason) {
    return new Answered(new Outcome.Failed(classifier, shortened(reason)), failure);
  }

  private static String shortened(String reason) {
    return reason.length() <= MAX_REASON ? reason : reason.substring(0, MAX_REASON) + "...";
  }
}
