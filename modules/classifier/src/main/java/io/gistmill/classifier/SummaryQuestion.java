package io.gistmill.classifier;

import io.gistmill.classifier.api.summary.Draft;
import io.gistmill.domain.Language;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Summarised;
import java.time.Duration;

/// What a summariser is asked about one post.
///
/// @param language of the post
/// @param question by which it is known when the draft is there
record SummaryQuestion(Drafting drafting, Post post, Language language, Question question) {

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
      case Outcome.Tagged tagged -> checked(tagged.classifier());
    };
  }

  private Summarised checked(String id) {
    Draft.Written draft = drafting.of(post);
    return draft == null
        ? new Summarised.Failed(id, "its draft was lost")
        : SummaryCheck.check(id, post, language, draft);
  }
}
