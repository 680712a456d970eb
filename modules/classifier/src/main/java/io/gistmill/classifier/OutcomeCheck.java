package io.gistmill.classifier;

import io.gistmill.domain.Evidence;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds an answer against what a classifier promises. An answer that breaks a promise is no
/// answer: it becomes a failure with the reason.
final class OutcomeCheck {

  private final ActiveClassifier active;
  private final Post post;

  OutcomeCheck(ActiveClassifier active, Post post) {
    this.active = active;
    this.post = post;
  }

  Outcome check(@Nullable List<Outcome> outcomes) {
    if (outcomes == null) {
      return failed("it returned null; a list with one outcome was expected");
    }
    if (outcomes.size() != 1) {
      return failed("it returned " + outcomes.size() + " outcomes for 1 post");
    }
    @Nullable Outcome outcome = outcomes.getFirst();
    if (outcome == null) {
      return failed("its outcome is null; a failure belongs into Outcome.Failed");
    }
    String mistake = mistake(outcome);
    return mistake == null ? outcome : failed(mistake);
  }

  private @Nullable String mistake(Outcome outcome) {
    if (!active.id().equals(outcome.classifier())) {
      return "its outcome names '" + outcome.classifier() + "' instead of itself";
    }
    return switch (outcome) {
      case Outcome.Failed ignored -> null;
      case Outcome.Tagged tagged -> mistake(tagged.tags());
    };
  }

  private @Nullable String mistake(List<Tag> tags) {
    Set<String> topics = new HashSet<>();
    for (Tag tag : tags) {
      if (!active.topics().contains(tag.topic())) {
        return "it gave the unknown topic '" + tag.topic() + "'";
      }
      if (!topics.add(tag.topic())) {
        return "it gave the topic '" + tag.topic() + "' twice";
      }
      if (!active.id().equals(tag.classifier())) {
        return "its tag names '" + tag.classifier() + "' instead of itself";
      }
      for (Evidence evidence : tag.evidence()) {
        if (!stands(evidence)) {
          return "its evidence for '" + tag.topic() + "' does not stand in the post: " + evidence;
        }
      }
    }
    return null;
  }

  private boolean stands(Evidence evidence) {
    String part = part(evidence);
    return part != null && part.startsWith(evidence.text(), evidence.start());
  }

  private @Nullable String part(Evidence evidence) {
    int index = evidence.index();
    return switch (evidence.part()) {
      case TITLE -> index == 0 ? post.title() : null;
      case TEXT -> index == 0 ? post.text() : null;
      case QUOTED -> index < post.quoted().size() ? post.quoted().get(index).text() : null;
      case LINK -> index < post.links().size() ? post.links().get(index) : null;
    };
  }

  private Outcome failed(String reason) {
    return new Outcome.Failed(active.id(), reason);
  }
}
