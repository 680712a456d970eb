package io.gistmill.classifier;

import io.gistmill.domain.Outcome;
import io.gistmill.domain.Summarised;
import io.gistmill.domain.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the classifiers said of one post, and what a summariser wrote about it.
///
/// @param outcomes one for each active classifier, in their order
/// @param topics what the outcomes come to together, strongest first
/// @param summary null where none was asked for
public record Tagging(List<Outcome> outcomes, List<Tag> topics, @Nullable Summarised summary) {

  public Tagging {
    outcomes = List.copyOf(outcomes);
    topics = List.copyOf(topics);
  }

  /// Where no summary was asked for.
  public Tagging(List<Outcome> outcomes, List<Tag> topics) {
    this(outcomes, topics, null);
  }

  Tagging with(Summarised written) {
    return new Tagging(outcomes, topics, written);
  }
}
