package io.gistmill.digest.mailroom;

import io.gistmill.digest.editorial.Issue;
import io.gistmill.digest.editorial.KnownStories;
import io.gistmill.digest.editorial.Retraction;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.Week;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a digest of one window would say.
///
/// @param issue with the stories that fit
/// @param others what other digests of the same subscriber showed in this window
/// @param retractions that it tells
/// @param owed those of them that windows without a digest left behind
record Draft(
    Subscription subscription,
    Window window,
    Issue issue,
    KnownStories others,
    List<Retraction> retractions,
    Owed owed,
    @Nullable Week week) {

  /// More would leave no room for news in a mail.
  private static final int MOST_REPEATS = 20;

  boolean isEmpty() {
    return issue.stories().isEmpty();
  }

  /// The same with the first stories alone.
  Draft first(int count) {
    return new Draft(subscription, window, issue.first(count), others, retractions, owed, week);
  }

  List<Digest.Item> items() {
    return issue.items(others);
  }

  List<Digest.Item> repeats() {
    return issue.repeated(Math.min(MOST_REPEATS, subscription.maxItems()));
  }
}
