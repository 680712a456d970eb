package io.gistmill.classifier;

import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Summarised;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a summariser is asked about one post.
///
/// @param question by which it is known when the summary is there
record SummaryQuestion(Drafting drafting, Post post, Question question) {

  boolean isAnswered() {
    return question.isAnswered();
  }

  void await(Duration moment) {
    question.await(moment);
  }

  /// Once it is answered; what can be shown of the draft.
  Summarised answer() {
    return switch (question.answer()) {
      case Outcome.Failed(String id, String reason) -> new Summarised.Failed(id, reason);
      case Outcome.Tagged tagged -> written(tagged.classifier());
    };
  }

  private Summarised written(String id) {
    Summarised.@Nullable Written summary = drafting.of(post);
    return summary == null ? new Summarised.Failed(id, "its summary was lost") : summary;
  }
}
