package io.gistmill.gateway.subscribe;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Language;
import io.gistmill.domain.Preferences;
import io.gistmill.domain.Selection;
import io.gistmill.domain.Subscription;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What somebody wants to get, and when. The rest of a subscription, such as its mutes, comes with
/// use.
///
/// @param topics slugs, sorted; none for all
/// @param items stories at the most
/// @param minutes of reading at the most; 0 for no limit
/// @param language null for any
public record Wish(
    List<String> topics,
    List<String> excluded,
    String filter,
    Cadence cadence,
    ZoneId zone,
    int items,
    int minutes,
    @Nullable Language language,
    boolean sendEmpty) {

  static final int ITEMS = 20;

  public Wish {
    topics = List.copyOf(new TreeSet<>(topics));
    excluded = List.copyOf(new TreeSet<>(excluded));
  }

  /// All topics, each morning.
  public static Wish usual(ZoneId zone) {
    return new Wish(
        List.of(),
        List.of(),
        "",
        new Cadence.Daily(LocalTime.of(8, 0)),
        zone,
        ITEMS,
        0,
        null,
        false);
  }

  public static Wish of(Subscription present) {
    return new Wish(
        present.route().equals(Subscription.ALL)
            ? present.selection().topics()
            : List.of(present.route()),
        present.selection().excluded(),
        present.selection().filter(),
        present.cadence(),
        present.zone(),
        present.maxItems(),
        present.preferences().minutes(),
        present.preferences().language(),
        present.preferences().sendEmpty());
  }

  /// A new subscription.
  Subscription as(String id, String subscriber, List<Channel> channels) {
    return over(
        new Subscription(id, subscriber, Subscription.ALL, cadence, zone, items).by(channels));
  }

  /// A subscription that is there, with this in place of what was wanted before.
  ///
  /// One topic alone is the route: digests of it are named after it.
  Subscription over(Subscription present) {
    boolean isOne = topics.size() == 1;
    Selection before = present.selection();
    return new Subscription(
        present.id(),
        present.subscriber(),
        isOne ? topics.getFirst() : Subscription.ALL,
        cadence,
        zone,
        items,
        new Selection(
            isOne ? List.of() : topics,
            excluded,
            filter,
            before.mutedSources(),
            before.mutedAuthors(),
            before.mutedStories()),
        new Preferences(language, minutes, sendEmpty, present.preferences().paused()),
        present.channels());
  }
}
