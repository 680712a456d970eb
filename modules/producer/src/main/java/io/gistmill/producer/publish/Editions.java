package io.gistmill.producer.publish;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The digests that everybody can read on the pages: each route by day and by week.
///
/// @param zone in which days and weeks, from Monday on, begin at midnight
/// @param dailyItems how many stories a day's digest shows at the most
/// @param weeklyItems how many stories a week's digest shows at the most
public record Editions(ZoneId zone, int dailyItems, int weeklyItems) {

  /// Whose digests they are.
  public static final String SUBSCRIBER = "editions";

  /// @param routes slugs of topics, or [Subscription#ALL]
  public Subscribed of(Collection<String> routes) {
    List<Subscription> wanted = new TreeSet<>(routes).stream().flatMap(this::both).toList();
    return new Subscribed(SUBSCRIBER, wanted);
  }

  /// The same with the routes that they have already: a topic of the user's own keeps its digests.
  ///
  /// @param present what the log says of them now
  Subscribed widened(Optional<SubscriptionEvent> present, Collection<String> routes) {
    var all = new TreeSet<>(routes);
    if (present.orElse(null)
        instanceof Subscribed(var _, List<Subscription> subscriptions, var _)) {
      subscriptions.forEach(subscription -> all.add(subscription.route()));
    }
    return of(all);
  }

  private Stream<Subscription> both(String route) {
    return Stream.of(
        subscription("daily", route, new Cadence.Daily(LocalTime.MIDNIGHT), dailyItems),
        subscription(
            "weekly",
            route,
            new Cadence.Weekly(DayOfWeek.MONDAY, LocalTime.MIDNIGHT),
            weeklyItems));
  }

  private Subscription subscription(String kind, String route, Cadence cadence, int maxItems) {
    return new Subscription(
        SUBSCRIBER + "-" + kind + "-" + route, SUBSCRIBER, route, cadence, zone, maxItems);
  }
}
