package io.gistmill.classifier.topology;

import io.gistmill.classifier.Answer;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.runtime.streams.Measures;
import java.time.Instant;
import java.util.Optional;

/// What is measured of the classifier: when ticks come, and what becomes of posts.
final class ClassifierMeasures {

  static final Measures<PostEvent, Answer> ALL =
      new Measures<>(ClassifierMeasures::tick, ClassifierMeasures::outcome);

  private ClassifierMeasures() {}

  private static Optional<Instant> tick(PostEvent event) {
    return event instanceof PostEvent.Ticked ticked
        ? Optional.of(ticked.tick().instant())
        : Optional.empty();
  }

  /// A post that some classifier failed on counts as `failed` though others may have tagged it; one
  /// without topics as `other`.
  static String outcome(Answer answer) {
    TaggedEvent event = answer.event();
    return event instanceof TaggedEvent.Tagged tagged
        ? ofPost(tagged.post())
        : Measures.nameOf(event);
  }

  private static String ofPost(TaggedPost post) {
    if (post.outcomes().stream().anyMatch(Outcome.Failed.class::isInstance)) {
      return "failed";
    }
    return post.topics().isEmpty() ? "other" : "tagged";
  }
}
