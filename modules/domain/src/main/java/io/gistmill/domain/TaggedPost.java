package io.gistmill.domain;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A post with everything that was found out about it.
///
/// @param admitted the tick in whose window the post belongs; an edit keeps that of the first
///   version
/// @param revision 1 for a post seen for the first time, one more for each edit
/// @param topics what the classifiers' outcomes come to together, strongest first; empty for a post
///   without topic
/// @param summary what a summariser wrote; null where none was asked
public record TaggedPost(
    Post post,
    Instant admitted,
    int revision,
    Language language,
    List<Outcome> outcomes,
    List<Tag> topics,
    Fingerprint fingerprint,
    @Nullable Summarised summary) {

  public TaggedPost {
    outcomes = List.copyOf(outcomes);
    topics = List.copyOf(topics);
  }

  /// Where no summariser was asked.
  public TaggedPost(
      Post post,
      Instant admitted,
      int revision,
      Language language,
      List<Outcome> outcomes,
      List<Tag> topics,
      Fingerprint fingerprint) {
    this(post, admitted, revision, language, outcomes, topics, fingerprint, null);
  }

  /// What the first classifier that can tell says of the parts of the text.
  public Emphasis emphasis() {
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Tagged tagged && tagged.emphasis() != null) {
        return tagged.emphasis();
      }
    }
    return Emphasis.NONE;
  }
}
