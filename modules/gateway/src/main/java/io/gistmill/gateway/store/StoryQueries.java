package io.gistmill.gateway.store;

import io.gistmill.domain.StoryPost;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// Questions for stories.
final class StoryQueries {

  private final Sql sql;

  StoryQueries(Sql sql) {
    this.sql = sql;
  }

  Found<Story> find(String id, PostQueries posts) {
    Optional<StoryPost> lead = lead(id);
    if (lead.isPresent()) {
      return new Found.Here<>(new Story(id, lead.get(), posts.ofStory(id), topics(id)));
    }
    Optional<String> to =
        sql.first(row -> row.getString(1), "SELECT story FROM aliases WHERE alias = ?", id);
    if (to.isPresent()) {
      return new Found.Moved<>(to.get());
    }
    boolean emptied = sql.number("SELECT count(*) FROM members WHERE story = ?", id) > 0;
    return emptied ? new Found.TakenBack<>() : new Found.Unknown<>();
  }

  /// The post with the best score; empty when all posts were taken back.
  Optional<StoryPost> lead(String story) {
    return sql.first(
        row -> Library.told(row.getString(1)),
        """
        SELECT t.json FROM members m JOIN posts p ON p.id = m.post
        JOIN told t ON t.post = m.post AND t.story = m.told_story AND t.bucket = m.bucket
        WHERE m.story = ? AND p.json NOT NULL
        ORDER BY m.score DESC, p.published, p.id LIMIT 1""",
        story);
  }

  List<String> topics(String story) {
    return sql.list(
        row -> row.getString(1),
        """
        SELECT t.topic FROM members m JOIN post_topics t ON t.post = m.post
        WHERE m.story = ? GROUP BY t.topic ORDER BY max(t.confidence) DESC, t.topic""",
        story);
  }

  SortedMap<String, Integer> counts(Period period) {
    var counts = new TreeMap<String, Integer>();
    sql.list(
            row -> Map.entry(row.getString(1), row.getInt(2)),
            """
            SELECT coalesce(t.topic, 'other'), count(DISTINCT m.story)
            FROM posts p JOIN members m ON m.post = p.id LEFT JOIN post_topics t ON t.post = p.id
            WHERE p.json NOT NULL AND p.admitted >= ? AND p.admitted < ? GROUP BY 1""",
            Times.seconds(period.from()),
            Times.seconds(period.to()))
        .forEach(count -> counts.put(count.getKey(), count.getValue()));
    return counts;
  }
}
