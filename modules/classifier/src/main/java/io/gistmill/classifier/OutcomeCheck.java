package io.gistmill.classifier;

import io.gistmill.domain.Emphasis;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds an answer against what a classifier promises. An answer that breaks a promise is no
/// answer: it becomes a failure with the reason.
final class OutcomeCheck {

  private static final int MOST_TAGS = 100;
  private static final int MOST_EVIDENCE = 1_000;
  private static final int MOST_CHARACTERS = 100_000;

  private final ActiveClassifier active;
  private final Post post;

  OutcomeCheck(ActiveClassifier active, Post post) {
    this.active = active;
    this.post = post;
  }

  Answered check(@Nullable List<Outcome> outcomes) {
    if (outcomes == null) {
      return nonsense("it returned null; a list with one outcome was expected");
    }
    if (outcomes.size() != 1) {
      return nonsense("it returned " + outcomes.size() + " outcomes for 1 post");
    }
    return check(outcomes.getFirst());
  }

  Answered check(@Nullable Outcome outcome) {
    if (outcome == null) {
      return nonsense("its outcome is null; a failure belongs into Outcome.Failed");
    }
    if (!active.id().equals(outcome.classifier())) {
      return nonsense("its outcome names '" + outcome.classifier() + "' instead of itself");
    }
    return switch (outcome) {
      case Outcome.Failed failed ->
          Answered.failed(
              active.id(),
              Failure.REPORTED,
              Objects.requireNonNullElse(failed.reason(), "it failed and gave no reason"));
      case Outcome.Tagged tagged -> check(tagged);
    };
  }

  private Answered check(Outcome.Tagged tagged) {
    String mistake = active.inPlace() ? null : tooMuch(tagged.tags());
    if (mistake == null) {
      mistake = mistake(tagged.tags());
    }
    if (mistake == null && tagged.emphasis() != null) {
      mistake = mistake(tagged.emphasis());
    }
    return mistake == null ? new Answered(tagged, null) : nonsense(mistake);
  }

  /// What is recorded travels with the post, through every stage. Those that are asked in place are
  /// ours, and bound what they give themselves.
  private static @Nullable String tooMuch(List<Tag> tags) {
    if (tags.size() > MOST_TAGS) {
      return "it gave " + tags.size() + " tags; at most " + MOST_TAGS + " are taken";
    }
    long pieces = 0;
    long characters = 0;
    for (Tag tag : tags) {
      pieces += tag.evidence().size();
      characters += tag.evidence().stream().mapToLong(evidence -> evidence.text().length()).sum();
    }
    if (pieces > MOST_EVIDENCE || characters > MOST_CHARACTERS) {
      return String.format(
          Locale.ROOT,
          "it gave %d pieces of evidence with %d characters; at most %d with %d are taken",
          pieces,
          characters,
          MOST_EVIDENCE,
          MOST_CHARACTERS);
    }
    return null;
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

  private @Nullable String mistake(Emphasis emphasis) {
    int stretches = Emphasis.stretches(post.text().length());
    int told = emphasis.strengths().size();
    return told <= stretches
        ? null
        : "it gave strengths of " + told + " stretches; the text has " + stretches;
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

  private Answered nonsense(String reason) {
    return Answered.failed(active.id(), Failure.NONSENSE, reason);
  }
}
