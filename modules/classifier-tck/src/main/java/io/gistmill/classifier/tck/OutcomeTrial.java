package io.gistmill.classifier.tck;

import io.gistmill.domain.Emphasis;
import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Holds one outcome against what is promised of it.
///
/// @param id of the factory
/// @param topics of the factory
record OutcomeTrial(String id, Set<String> topics) {

  void names(Outcome outcome) {
    BrokenPromise.unless(
        id.equals(outcome.classifier()),
        "an outcome names '" + outcome.classifier() + "'; let it name id() of the factory: " + id);
    for (Tag tag : tags(outcome)) {
      BrokenPromise.unless(
          id.equals(tag.classifier()),
          "a tag names '" + tag.classifier() + "'; let it name id() of the factory: " + id);
    }
  }

  void topics(Outcome outcome) {
    var seen = new HashSet<String>();
    for (Tag tag : tags(outcome)) {
      BrokenPromise.unless(
          topics.contains(tag.topic()),
          "it gives the topic '" + tag.topic() + "', which topics() of the factory lacks");
      BrokenPromise.unless(
          seen.add(tag.topic()),
          "it gives the topic '" + tag.topic() + "' twice; give one tag with all the evidence");
      BrokenPromise.unless(
          tag.confidence().compareTo(Fixed.ZERO) >= 0 && tag.confidence().compareTo(Fixed.ONE) <= 0,
          "its confidence " + tag.confidence() + " lies outside 0 to 1");
    }
  }

  void evidence(Post post, Outcome outcome) {
    emphasis(post, outcome);
    for (Tag tag : tags(outcome)) {
      for (Evidence evidence : tag.evidence()) {
        String part = part(post, evidence);
        BrokenPromise.unless(
            part != null && part.startsWith(evidence.text(), evidence.start()),
            "its evidence for '"
                + tag.topic()
                + "' does not stand in the post: "
                + evidence
                + "; count UTF-16 units in the text as the post holds it, before any folding");
      }
    }
  }

  private static void emphasis(Post post, Outcome outcome) {
    if (outcome instanceof Outcome.Tagged tagged && tagged.emphasis() != null) {
      int told = tagged.emphasis().strengths().size();
      int stretches = Emphasis.stretches(post.text().length());
      BrokenPromise.unless(
          told <= stretches,
          "its emphasis tells of "
              + told
              + " stretches, and the text has "
              + stretches
              + "; give one strength for each "
              + Emphasis.STRETCH
              + " UTF-16 units");
    }
  }

  private static @Nullable String part(Post post, Evidence evidence) {
    int index = evidence.index();
    return switch (evidence.part()) {
      case TITLE -> index == 0 ? post.title() : null;
      case TEXT -> index == 0 ? post.text() : null;
      case QUOTED -> index < post.quoted().size() ? post.quoted().get(index).text() : null;
      case LINK -> index < post.links().size() ? post.links().get(index) : null;
    };
  }

  private static List<Tag> tags(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Tagged tagged -> tagged.tags();
      case Outcome.Failed _ -> List.of();
    };
  }
}
