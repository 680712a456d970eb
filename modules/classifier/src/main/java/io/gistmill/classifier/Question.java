package io.gistmill.classifier;

import io.gistmill.domain.Outcome;
import java.time.Duration;

/// What one classifier is asked about one post.
interface Question {

  boolean isAnswered();

  /// Waits a little for the answer, which may come or not; not at all on an interrupted thread.
  void await(Duration moment);

  /// To be called once, when it is answered. One that answers in place is only asked now.
  Outcome answer();
}
