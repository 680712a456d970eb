package io.gistmill.gateway.store;

import io.gistmill.gateway.log.Entry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Writes entries of the log into the copy, with the place up to which they were read in the same
/// transaction. Which rows come out depends on the log alone, not on how its partitions were
/// interleaved. For one thread at a time.
public final class Writer {

  private final Database database;
  private final Sql sql;
  private final PostRows posts;
  private final StoryRows stories;
  private final EditionRows editions;
  private final SubscriberRows subscribers;
  private final DeliveryRows deliveries;

  public Writer(Database database) {
    this.database = database;
    this.sql = database.writer();
    this.posts = new PostRows(sql);
    this.stories = new StoryRows(sql);
    this.editions = new EditionRows(sql);
    this.subscribers = new SubscriberRows(sql);
    this.deliveries = new DeliveryRows(sql);
  }

  /// Begins anew when the copy is of another log.
  ///
  /// @param log names the cluster and its topics
  public void belongTo(String log) {
    if (!database.meta("log").equals(log)) {
      startAnew(log);
    }
  }

  /// Throws away what can be read again; everything, where it was of another log.
  public void startAnew(String log) {
    database.clear(database.meta("log").equals(log));
    sql.update("UPDATE meta SET value = ? WHERE name = 'log'", log);
  }

  /// The offset that comes next, of each partition of a topic that was read before.
  public Map<Integer, Long> next(String topic) {
    var next = new TreeMap<Integer, Long>();
    sql.list(
            row -> Map.entry(row.getInt(1), row.getLong(2)),
            "SELECT part, next FROM positions WHERE topic = ?",
            topic)
        .forEach(entry -> next.put(entry.getKey(), entry.getValue()));
    return next;
  }

  /// @param next the places behind the entries
  public void write(List<Entry> entries, List<Entry.Place> next) {
    sql.begin();
    try {
      entries.forEach(this::apply);
      next.forEach(this::remember);
      sql.commit();
    } catch (RuntimeException e) {
      sql.rollback();
      throw e;
    }
  }

  private void remember(Entry.Place next) {
    sql.update(
        "INSERT INTO positions VALUES (?, ?, ?)"
            + " ON CONFLICT (topic, part) DO UPDATE SET next = excluded.next",
        next.topic(),
        next.partition(),
        next.offset());
  }

  private void apply(Entry entry) {
    switch (entry) {
      case Entry.OfTagged tagged -> posts.apply(tagged.place(), tagged.event());
      case Entry.OfStories story -> stories.apply(story.place(), story.event());
      case Entry.OfDigests digest -> {
        deliveries.apply(digest);
        editions.apply(digest.place(), digest.event());
      }
      case Entry.OfSubscriptions subscription -> subscribers.apply(subscription.event());
      case Entry.OfDeliveries delivery -> deliveries.apply(delivery);
      case Entry.Forgotten forgotten -> {
        subscribers.forget(forgotten);
        deliveries.forget(forgotten);
      }
      case Entry.Rejected _ -> Counts.add(sql, "rejects");
      case Entry.Unreadable _ -> Counts.add(sql, "unreadable");
      case Entry.Empty _ -> {}
    }
  }
}
