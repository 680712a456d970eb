package io.gistmill.launcher.shadow;

import io.gistmill.classifier.Tagging;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.util.List;

/// The last version of a post, as both sets of classifiers see it.
///
/// @param active topics that it has by the set that is active
/// @param candidate topics that it would have
/// @param failures of the candidate's classifiers
record Version(Post post, List<Tag> active, List<Tag> candidate, List<Outcome.Failed> failures) {

  Version {
    active = List.copyOf(active);
    candidate = List.copyOf(candidate);
    failures = List.copyOf(failures);
  }

  static Version of(Post post, List<Tag> active, Tagging candidate) {
    return new Version(
        post,
        active,
        candidate.topics(),
        candidate.outcomes().stream()
            .filter(Outcome.Failed.class::isInstance)
            .map(Outcome.Failed.class::cast)
            .toList());
  }
}
