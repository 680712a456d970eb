package io.gistmill.launcher.replay;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.Tick;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/// The subscriptions of a replay's one reader: every topic and all of them together, each day and
/// each week.
final class Editions {

  static final String READER = "reader";

  private static final Cadence DAILY = new Cadence.Daily(LocalTime.MIDNIGHT);
  private static final Cadence WEEKLY = new Cadence.Weekly(DayOfWeek.MONDAY, LocalTime.MIDNIGHT);

  private final ReplaySettings settings;

  Editions(ReplaySettings settings) {
    this.settings = settings;
  }

  List<Subscription> subscriptions(SortedSet<String> topics) {
    List<Subscription> wanted = new ArrayList<>(both(Subscription.ALL));
    topics.forEach(topic -> wanted.addAll(both(topic)));
    return wanted;
  }

  /// The first edge by which every window that holds the last post has been cut.
  Instant lastTick(Instant lastPost) {
    Instant cut = WEEKLY.cutAfter(lastPost, settings.zone());
    Instant edge = Tick.edgeBefore(cut);
    return edge.equals(cut) ? edge : edge.plus(Tick.QUARTER);
  }

  private List<Subscription> both(String route) {
    return List.of(
        subscription("daily", route, DAILY, settings.dailyItems()),
        subscription("weekly", route, WEEKLY, settings.weeklyItems()));
  }

  private Subscription subscription(String kind, String route, Cadence cadence, int items) {
    return new Subscription(
        READER + "-" + kind + "-" + route, READER, route, cadence, settings.zone(), items);
  }
}
