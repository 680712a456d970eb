package io.gistmill.launcher.shadow;

import io.gistmill.domain.Fixed;

/// How two sets of classifiers agree on one topic, in posts.
///
/// @param both give it
/// @param added only the candidate gives it
/// @param removed only the active set gives it
/// @param posts all, also those to which neither gives it
record Counts(int both, int added, int removed, int posts) {

  int active() {
    return both + removed;
  }

  int candidate() {
    return both + added;
  }

  /// How much of what either gives both give; 1 where neither gives anything. (P. Jaccard, 1901.)
  Fixed jaccard() {
    int either = both + added + removed;
    return either == 0 ? Fixed.ONE : Fixed.of((double) both / either);
  }

  /// Agreement beyond that of chance: 1 where they agree on all posts, 0 where as on dice. (J.
  /// Cohen, "A coefficient of agreement for nominal scales", 1960.)
  Fixed kappa() {
    if (added + removed == 0) {
      return Fixed.ONE;
    }
    double all = posts;
    double observed = 1 - (added + removed) / all;
    double chance =
        active() / all * (candidate() / all) + (1 - active() / all) * (1 - candidate() / all);
    return Fixed.of((observed - chance) / (1 - chance));
  }
}
