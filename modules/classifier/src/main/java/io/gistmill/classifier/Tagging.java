package io.gistmill.classifier;

import io.gistmill.domain.Outcome;
import io.gistmill.domain.Tag;
import java.util.List;

/// What the classifiers said of one post.
///
/// @param outcomes one for each active classifier, in their order
/// @param topics what the outcomes come to together, strongest first
public record Tagging(List<Outcome> outcomes, List<Tag> topics) {

  public Tagging {
    outcomes = List.copyOf(outcomes);
    topics = List.copyOf(topics);
  }
}
