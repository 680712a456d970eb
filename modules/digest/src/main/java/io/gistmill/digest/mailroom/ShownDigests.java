package io.gistmill.digest.mailroom;

import io.gistmill.contracts.Json;
import io.gistmill.digest.editorial.ShownPage;
import io.gistmill.digest.editorial.WeekCounts;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Horizon;
import io.gistmill.domain.PostIds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What subscriptions were shown, and when.
///
/// Rules look back a HORIZON; rows stay a week longer, so that a digest of the last week can be
/// made again.
final class ShownDigests {

  static final Duration KEPT = Horizon.LENGTH.plusDays(7);

  /// Pages read last, since a quarter-hourly reader's history is long and always asked for.
  private static final int MOST_READ = 20_000;

  private final ShownTables tables;
  private final Recent<String, Optional<ShownPage>> read = new Recent<>(MOST_READ);

  /// Nothing is left before these keys; see [DueIndex] for the reason.
  private String firstPage = "";

  private String firstWeek = "";

  ShownDigests(ShownTables tables) {
    this.tables = tables;
  }

  /// The digests of a subscription that were cut in the HORIZON before an instant.
  History before(Instant cut, String subscription) {
    return between(cut.minus(Horizon.LENGTH), cut, subscription);
  }

  /// Those that were cut in `[from, to)`.
  History between(Instant from, Instant to, String subscription) {
    var digests = new ArrayList<History.Past>();
    tables
        .issued()
        .scan(
            key(subscription, from),
            key(subscription, to),
            (key, issued) -> digests.add(new History.Past(cutOf(key), issued)));
    return new History(digests);
  }

  @Nullable Issued issued(String subscription, Instant cut) {
    return tables.issued().get(key(subscription, cut));
  }

  List<ShownPage> pages(List<String> keys) {
    return keys.stream().map(this::page).flatMap(Optional::stream).toList();
  }

  /// A page never changes, and a key is known only once its page is there.
  private Optional<ShownPage> page(String key) {
    return read.get(key, it -> Optional.ofNullable(tables.pages().get(it)));
  }

  Owed owed(String subscription) {
    Owed owed = tables.owed().get(subscription);
    return owed == null ? Owed.NOTHING : owed;
  }

  void owe(String subscription, Owed owed) {
    if (owed.equals(Owed.NOTHING)) {
      tables.owed().delete(subscription);
    } else {
      tables.owed().put(subscription, owed);
    }
  }

  /// Notes that a digest goes out.
  void note(Digest digest, ShownPage page, Owed owed) {
    String id = digest.subscription().id();
    String key = pageKey(page);
    if (tables.pages().get(key) == null) {
      tables.pages().put(key, page);
    }
    var issued =
        new Issued(
            digest.from(),
            digest.subscription().route(),
            key,
            digest.contentHash(),
            owed.retractions());
    tables.issued().put(key(id, digest.cut()), issued);
    owe(id, Owed.NOTHING);
    forget(key(id, Instant.EPOCH), key(id, digest.cut().minus(KEPT)));
  }

  /// Ends what is known of a subscription that ended.
  void forget(String subscription) {
    forget(subscription + "|", subscription + "}");
    tables.owed().delete(subscription);
  }

  /// Deletes one row that no rule can reach any more.
  ///
  /// @return false when none is left
  boolean expireOne(Instant tick) {
    String end = tick.minus(KEPT).toString();
    Map.Entry<String, ShownPage> page = tables.pages().first(firstPage, end);
    if (page != null) {
      firstPage = page.getKey();
      tables.pages().delete(page.getKey());
      return true;
    }
    Map.Entry<String, WeekCounts> week = tables.weeks().first(firstWeek, end);
    if (week != null) {
      firstWeek = week.getKey();
      tables.weeks().delete(week.getKey());
    }
    return week != null;
  }

  /// Counts of a week, worked out once for all who read it.
  WeekCounts week(Window window, String route, Supplier<WeekCounts> counting) {
    String key = weekKey(window, route);
    WeekCounts known = tables.weeks().get(key);
    if (known != null) {
      return known;
    }
    WeekCounts counts = counting.get();
    tables.weeks().put(key, counts);
    return counts;
  }

  /// Counts of a week, or null where nobody has asked for them.
  @Nullable WeekCounts week(Window window, String route) {
    return tables.weeks().get(weekKey(window, route));
  }

  private void forget(String from, String to) {
    var keys = new ArrayList<String>();
    tables.issued().scan(from, to, (key, issued) -> keys.add(key));
    keys.forEach(tables.issued()::delete);
  }

  private static String key(String subscription, Instant cut) {
    return subscription + "|" + cut;
  }

  private static Instant cutOf(String key) {
    return Instant.parse(key.substring(key.indexOf('|') + 1));
  }

  private static String pageKey(ShownPage page) {
    return page.cut() + "|" + PostIds.hash(List.of(Json.MAPPER.writeValueAsString(page)));
  }

  private static String weekKey(Window window, String route) {
    return window.cut() + "|" + window.from() + "|" + route;
  }
}
