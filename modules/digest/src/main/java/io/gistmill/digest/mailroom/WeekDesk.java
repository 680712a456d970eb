package io.gistmill.digest.mailroom;

import io.gistmill.digest.editorial.WeekCounts;
import io.gistmill.domain.Week;
import java.util.List;
import java.util.stream.Stream;

/// Compares a week with the weeks before it.
final class WeekDesk {

  /// With these the week itself fills the HORIZON.
  private static final int WEEKS_BEFORE = 3;

  private final ShownDigests shown;

  WeekDesk(ShownDigests shown) {
    this.shown = shown;
  }

  Week week(String route, WindowPosts posts, History history) {
    WeekCounts now = shown.week(posts.window(), route, () -> posts.counts(route));
    return posts.week(route, now, before(history, route));
  }

  /// Of the weeks in which this subscription had digests of the same route, and of no others: who
  /// else shares the partition changes nothing.
  private List<WeekCounts> before(History history, String route) {
    List<WeekCounts> weeks =
        history.digests().stream()
            .filter(past -> past.issued().route().equals(route))
            .map(shown::week)
            .flatMap(Stream::ofNullable)
            .toList();
    return weeks.subList(Math.max(0, weeks.size() - WEEKS_BEFORE), weeks.size());
  }
}
