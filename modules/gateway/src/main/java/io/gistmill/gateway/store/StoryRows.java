package io.gistmill.gateway.store;

import io.gistmill.contracts.Json;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.gateway.log.Entry;
import java.time.Instant;

/// Which story tells which posts, and in which words.
final class StoryRows {

  private final Sql sql;

  StoryRows(Sql sql) {
    this.sql = sql;
  }

  void apply(Entry.Place place, StoryEvent event) {
    switch (event) {
      case StoryEvent.Revised revised -> revise(revised);
      case StoryEvent.Aliased aliased -> alias(aliased);
      case StoryEvent.Ticked ticked -> {
        Counts.tick(sql, place, ticked.tick().instant());
        forget(ticked.tick().instant());
      }
    }
  }

  private void revise(StoryEvent.Revised revised) {
    String story = resolved(revised.story());
    long bucket = Times.seconds(revised.bucket());
    for (StoryPost post : revised.posts()) {
      sql.update(
          "INSERT OR REPLACE INTO told VALUES (?, ?, ?, ?)",
          post.id(),
          revised.story(),
          bucket,
          Json.MAPPER.writeValueAsString(post));
      sql.update(
          "INSERT OR REPLACE INTO members VALUES (?, ?, ?, ?, ?)",
          post.id(),
          story,
          revised.story(),
          bucket,
          post.score().micros());
    }
    for (String post : revised.withdrawn()) {
      sql.update("DELETE FROM told WHERE post = ?", post);
      sql.update("DELETE FROM members WHERE post = ?", post);
    }
  }

  private void alias(StoryEvent.Aliased aliased) {
    String story = resolved(aliased.story());
    sql.update("UPDATE members SET story = ? WHERE story = ?", story, aliased.alias());
    sql.update("UPDATE aliases SET story = ? WHERE story = ?", story, aliased.alias());
    sql.update(
        "INSERT OR REPLACE INTO aliases VALUES (?, ?, ?)",
        aliased.alias(),
        story,
        Times.seconds(aliased.bucket()));
  }

  private String resolved(String story) {
    return sql.first(row -> row.getString(1), "SELECT story FROM aliases WHERE alias = ?", story)
        .orElse(story);
  }

  private void forget(Instant tick) {
    long before = Times.seconds(tick.minus(Times.KEPT));
    sql.update("DELETE FROM told WHERE bucket < ?", before);
    sql.update("DELETE FROM members WHERE bucket < ?", before);
    sql.update("DELETE FROM aliases WHERE bucket < ?", before);
  }
}
