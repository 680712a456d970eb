package io.gistmill.gateway.store;

import io.gistmill.domain.Digest;
import io.gistmill.domain.StoryPost;
import java.util.List;
import java.util.Optional;

/// Questions for editions.
final class EditionQueries {

  private final Sql sql;

  EditionQueries(Sql sql) {
    this.sql = sql;
  }

  List<Edition.Listed> all() {
    return sql.list(
        row ->
            new Edition.Listed(
                new Edition.Key(row.getString(1), row.getString(2), row.getString(3)),
                Times.tick(row.getLong(4)),
                row.getInt(5)),
        "SELECT cadence, label, route, cut, stories FROM editions"
            + " ORDER BY cut DESC, cadence, label DESC, route");
  }

  Optional<Edition> find(Edition.Key key) {
    return sql.first(
            row -> Library.digest(row.getString(1)),
            "SELECT json FROM editions WHERE cadence = ? AND label = ? AND route = ?",
            key.cadence(),
            key.label(),
            key.route())
        .map(digest -> new Edition(key, digest, items(digest)));
  }

  List<Edition.Item> items(Digest digest) {
    return digest.items().stream().map(this::item).filter(item -> !item.posts().isEmpty()).toList();
  }

  private Edition.Item item(Digest.Item item) {
    String story =
        sql.first(
                row -> row.getString(1), "SELECT story FROM aliases WHERE alias = ?", item.story())
            .orElse(item.story());
    return new Edition.Item(
        story, item.posts().stream().flatMap(post -> told(post).stream()).toList());
  }

  /// Nothing of a post that was taken back, even where its story does not say so yet.
  private Optional<StoryPost> told(Digest.PostRef post) {
    return sql.first(
        row -> Library.told(row.getString(1)),
        "SELECT json FROM told t WHERE post = ? AND story = ? AND bucket = ? AND NOT EXISTS"
            + " (SELECT 1 FROM posts p WHERE p.id = t.post AND p.withdrawn = 1)",
        post.id(),
        post.story(),
        Times.seconds(post.bucket()));
  }
}
