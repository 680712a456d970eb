package io.gistmill.digest.mailroom;

import io.gistmill.digest.editorial.WeekCounts;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.Week;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Compares a week with the weeks before it: with whole ones alone, and with no gap between them.
final class WeekDesk {

  /// With these the week itself fills the HORIZON.
  private static final int WEEKS_BEFORE = 3;

  private final ShownDigests shown;

  WeekDesk(ShownDigests shown) {
    this.shown = shown;
  }

  Week week(Subscription subscription, WindowPosts posts, History history) {
    String route = subscription.route();
    WeekCounts now = shown.week(posts.window(), route, () -> posts.counts(route));
    return posts.week(route, now, before(subscription, posts.window(), history));
  }

  /// Of weeks since the first digest of the same route that this subscription had in the HORIZON,
  /// up to the first that nobody counted. A week that had no digest was counted too, but not one in
  /// which the subscription was paused, unless another of the partition counted it.
  private List<WeekCounts> before(Subscription subscription, Window now, History history) {
    Window first = first(subscription.route(), history);
    var weeks = new ArrayList<WeekCounts>();
    if (first == null || !now.isWeek()) {
      return weeks;
    }
    Window week = now.weekBefore(subscription);
    WeekCounts counts = counts(week, first, subscription.route());
    while (counts != null && weeks.size() < WEEKS_BEFORE) {
      weeks.addFirst(counts);
      week = week.weekBefore(subscription);
      counts = counts(week, first, subscription.route());
    }
    return weeks;
  }

  private static @Nullable Window first(String route, History history) {
    return history.digests().stream()
        .filter(past -> past.issued().route().equals(route))
        .map(History.Past::window)
        .findFirst()
        .orElse(null);
  }

  private @Nullable WeekCounts counts(Window week, Window first, String route) {
    Window own = week.cut().equals(first.cut()) ? first : week;
    boolean isOwn = own.equals(first) || !own.from().isBefore(first.cut());
    return isOwn && own.isWeek() ? shown.week(own, route) : null;
  }
}
