package io.gistmill.domain;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What one subscriber wants to read, when, and by which ways it goes out.
///
/// @param id unique, letters, digits, `.` and `-`
/// @param subscriber the person; the key by which subscriptions and digests are partitioned
/// @param route a topic's slug, or [#ALL]
/// @param zone the zone in which the cadence is meant
/// @param maxItems how many stories a digest shows at the most; the rest is counted
/// @param selection what of the route it shows
/// @param preferences how the digests should be
/// @param channels by which the digests go out, sorted, without repeats; none for digests that only
///   pages show
public record Subscription(
    String id,
    String subscriber,
    String route,
    Cadence cadence,
    ZoneId zone,
    int maxItems,
    Selection selection,
    Preferences preferences,
    List<Channel> channels) {

  /// The route of every post.
  public static final String ALL = "all";

  /// @param selection null, as in documents written before there were any, for everything
  /// @param preferences null, as there, for none
  public Subscription(
      String id,
      String subscriber,
      String route,
      Cadence cadence,
      ZoneId zone,
      int maxItems,
      @Nullable Selection selection,
      @Nullable Preferences preferences,
      List<Channel> channels) {
    if (!id.matches("[A-Za-z0-9.-]+")) {
      throw new IllegalArgumentException(
          "a subscription's id holds letters, digits, '.' and '-', unlike: " + id);
    }
    if (maxItems < 1) {
      throw new IllegalArgumentException("a digest shows at least one story, not " + maxItems);
    }
    this.id = id;
    this.subscriber = subscriber;
    this.route = route;
    this.cadence = cadence;
    this.zone = zone;
    this.maxItems = maxItems;
    this.selection = selection == null ? Selection.EVERYTHING : selection;
    this.preferences = preferences == null ? Preferences.NONE : preferences;
    this.channels = List.copyOf(new TreeSet<>(channels));
  }

  /// One that shows all of a route and goes nowhere but to pages.
  public Subscription(
      String id, String subscriber, String route, Cadence cadence, ZoneId zone, int maxItems) {
    this(id, subscriber, route, cadence, zone, maxItems, null, null, List.of());
  }

  /// The same, going out by other ways.
  public Subscription by(Collection<Channel> ways) {
    return new Subscription(
        id, subscriber, route, cadence, zone, maxItems, selection, preferences, List.copyOf(ways));
  }
}
