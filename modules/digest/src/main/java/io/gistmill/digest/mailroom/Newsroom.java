package io.gistmill.digest.mailroom;

import io.gistmill.digest.editorial.Budget;
import io.gistmill.digest.editorial.Retraction;
import io.gistmill.digest.editorial.KnownStories;
import io.gistmill.digest.editorial.WeekCounts;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.Week;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the digest of one subscription from the posts of its window, by the rules of [Edition] and
/// by what was shown before.
final class Newsroom {

  private static final DateTimeFormatter CUT =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /// Against so many weeks a week is compared; with it they fill the HORIZON.
  private static final int WEEKS_BEFORE = 3;

  private final ShownDigests shown;
  private final Siblings siblings;

  Newsroom(ShownDigests shown, Siblings siblings) {
    this.shown = shown;
    this.siblings = siblings;
  }

  static String id(String subscription, Instant cut) {
    return subscription + "." + CUT.format(cut);
  }

  /// The digest of a window, or null where there is nothing to tell. What it shows is noted.
  @Nullable Digest issue(Subscription subscription, WindowPosts posts) {
    Owed owed = shown.owed(subscription.id());
    Draft draft = draft(subscription, posts, owed);
    if (draft.digest().items().isEmpty()) {
      shown.owe(subscription.id(), new Owed(draft.retractions()));
      return null;
    }
    Edition edition = draft.edition();
    int count = draft.digest().items().size();
    shown.note(draft.digest(), edition.page(posts.window().cut(), count), owed);
    return draft.digest();
  }

  /// @param digest may be without items
  /// @param retractions that it tells
  record Draft(Digest digest, Edition edition, List<Retraction> retractions) {}

  /// What a digest would say; notes nothing but counts of weeks.
  ///
  /// @param owed from windows before that had no digest
  Draft draft(Subscription subscription, WindowPosts posts, Owed owed) {
    Instant cut = posts.window().cut();
    History history = shown.before(cut, subscription.id());
    Edition edition =
        posts.edition(subscription.route(), history.pages(), () -> shown(history, posts));
    History others = others(subscription, posts.window());
    var body =
        new Edition.Body(
            edition.fit(budget(subscription)),
            Math.min(subscription.maxItems(), edition.issue().repeats().size()),
            others.pages(),
            retractions(history, posts, owed),
            week(subscription, history, posts));
    return new Draft(
        digest(subscription, posts, edition, body, shown(others, posts)),
        edition,
        body.retractions());
  }

  private static Budget budget(Subscription subscription) {
    return new Budget(subscription.maxItems(), subscription.preferences().minutes());
  }

  private static Digest digest(
      Subscription subscription,
      WindowPosts posts,
      Edition edition,
      Edition.Body body,
      KnownStories others) {
    Window window = posts.window();
    List<Digest.Item> items = edition.issue().items(body.count(), others);
    List<Digest.Item> repeats = edition.issue().repeated(body.repeats());
    return new Digest(
        id(subscription.id(), window.cut()),
        subscription,
        window.from(),
        window.cut(),
        items,
        edition.stories() - body.count(),
        edition.hash(body, items, repeats),
        repeats,
        corrections(subscription, body),
        body.week());
  }

  private KnownStories shown(History history, WindowPosts posts) {
    return new KnownStories(shown.pages(history.pages()), posts.aliases());
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
        Retraction.of(posts.withdrawals(), shown.pages(history.pages()), posts.aliases());
    return Stream.concat(owed.retractions().stream(), further.stream()).toList();
  }

  private static List<Digest.Correction> corrections(Subscription subscription, Edition.Body body) {
    return body.retractions().stream()
        .map(
            taken ->
                new Digest.Correction(
                    id(subscription.id(), taken.cut()),
                    taken.cut(),
                    taken.withdrawal().story(),
                    taken.withdrawal().said()))
        .toList();
  }

  private @Nullable Week week(Subscription subscription, History history, WindowPosts posts) {
    if (!isWeekly(subscription)) {
      return null;
    }
    String route = subscription.route();
    var stories = posts.stories(route);
    WeekCounts now =
        shown.week(
            posts.window(),
            route,
            () -> WeekCounts.of(stories.values().stream().flatMap(List::stream).toList()));
    return posts.week(route, now, before(history, route));
  }

  /// Of the weeks in which this subscription had digests of the same route, and of no others:
  /// whoever else shares the partition changes nothing.
  private List<WeekCounts> before(History history, String route) {
    List<WeekCounts> weeks =
        history.digests().stream()
            .filter(past -> past.issued().route().equals(route))
            .map(shown::week)
            .flatMap(Stream::ofNullable)
            .toList();
    return weeks.subList(Math.max(0, weeks.size() - WEEKS_BEFORE), weeks.size());
  }

  private static boolean isWeekly(Subscription subscription) {
    return subscription.cadence() instanceof Cadence.Weekly;
  }
}
