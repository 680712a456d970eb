package io.gistmill.digest.mailroom;

import io.gistmill.digest.editorial.Budget;
import io.gistmill.digest.editorial.Issue;
import io.gistmill.digest.editorial.KnownStories;
import io.gistmill.digest.editorial.Retraction;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Digest;
import io.gistmill.domain.PostIds;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.Week;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Edits what a subscription may get of a window by what it was shown before, and keeps what it is
/// shown now.
final class Newsroom {

  /// Words of older posts may have left the copy of the stories, in a replay before all.
  private static final Duration OWED_FOR = Duration.ofDays(7);

  private final ShownDigests shown;
  private final Siblings siblings;
  private final WeekDesk weeks;

  Newsroom(ShownDigests shown, Siblings siblings) {
    this.shown = shown;
    this.siblings = siblings;
    this.weeks = new WeekDesk(shown);
  }

  /// What a digest would say. Notes nothing but counts of weeks.
  Draft draft(Subscription subscription, WindowPosts posts, Choice choice) {
    return draft(subscription, posts, choice, shown.owed(subscription.id()));
  }

  /// @param owed from windows before that had no digest
  Draft draft(Subscription subscription, WindowPosts posts, Choice choice, Owed all) {
    Owed owed = all.since(posts.window().cut().minus(OWED_FOR));
    History history = shown.before(posts.window().cut(), subscription.id());
    Issue issue = issue(subscription, posts, choice, history);
    var budget = new Budget(subscription.maxItems(), subscription.preferences().minutes());
    var draft =
        new Draft(
            subscription,
            posts.window(),
            issue.first(budget.fit(issue.stories(), posts.making()::millis)),
            known(others(subscription, posts.window()), posts),
            retractions(history, posts, owed),
            owed,
            week(subscription, posts, history));
    return subscription.channels().contains(Channel.EMAIL)
        ? draft.first(posts.making().fitMail(draft))
        : draft;
  }

  private Issue issue(
      Subscription subscription, WindowPosts posts, Choice choice, History history) {
    var key =
        new Edition.IssueKey(
            choice.places(),
            PostIds.hash(history.pages()),
            subscription.maxItems(),
            isBalanced(subscription));
    return choice
        .edition()
        .issue(
            key,
            wanted -> Issue.of(choice, known(history, posts), wanted.most(), wanted.balanced()));
  }

  /// Where there is more than one topic, none of them may fill the first places.
  private static boolean isBalanced(Subscription subscription) {
    return subscription.route().equals(Subscription.ALL)
        && subscription.selection().topics().size() != 1;
  }

  private KnownStories known(History history, WindowPosts posts) {
    return history.digests().isEmpty()
        ? KnownStories.NOTHING
        : new KnownStories(shown.pages(history.pages()), posts::storyOf);
  }

  /// Only a week, and only one that goes out, tells what its reader got day by day.
  private History others(Subscription subscription, Window window) {
    if (!isWeekly(subscription) || subscription.channels().isEmpty()) {
      return History.NONE;
    }
    var digests = new ArrayList<History.Past>();
    for (Subscription other : siblings.of(subscription)) {
      if (!isWeekly(other)) {
        digests.addAll(shown.between(window.from(), window.cut(), other.id()).digests());
      }
    }
    digests.sort(History.OLDEST_FIRST);
    return new History(digests);
  }

  private List<Retraction> retractions(History history, WindowPosts posts, Owed owed) {
    if (posts.withdrawals().isEmpty()) {
      return owed.retractions();
    }
    List<Retraction> further =
        Retraction.of(posts.withdrawals(), shown.pages(history.pages()), posts::storyOf);
    return Stream.concat(owed.retractions().stream(), further.stream()).toList();
  }

  private @Nullable Week week(Subscription subscription, WindowPosts posts, History history) {
    return isWeekly(subscription) ? weeks.week(subscription, posts, history) : null;
  }

  private static boolean isWeekly(Subscription subscription) {
    return subscription.cadence() instanceof Cadence.Weekly;
  }

  /// The digest goes out.
  Digest issue(Draft draft, WindowPosts posts) {
    Digest digest = posts.making().digest(draft);
    shown.note(digest, draft.issue().page(digest.cut()), draft.owed());
    return digest;
  }

  /// No digest is made; what it would have taken back is left to the next one.
  void leave(Draft draft) {
    if (!draft.retractions().equals(draft.owed().retractions())) {
      shown.owe(draft.subscription().id(), new Owed(draft.retractions()));
    }
  }
}
