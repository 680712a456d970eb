package io.gistmill.gateway.store;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedPost;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/// Questions for posts.
final class PostQueries {

  private static final TypeReference<List<Tag>> TAGS = new TypeReference<>() {};
  private static final int LONGEST_QUERY = 200;

  private static final String COLUMNS =
      "SELECT p.json, p.topics, p.revision, p.edited, p.corrected, m.story FROM posts p"
          + " LEFT JOIN members m ON m.post = p.id ";

  private final Sql sql;

  PostQueries(Sql sql) {
    this.sql = sql;
  }

  Found<StoredPost> find(String id) {
    Optional<StoredPost> post =
        sql.first(PostQueries::read, COLUMNS + "WHERE p.id = ? AND p.json NOT NULL", id);
    if (post.isPresent()) {
      return new Found.Here<>(post.get());
    }
    boolean takenBack =
        sql.number("SELECT count(*) FROM posts WHERE id = ? AND withdrawn = 1", id) > 0;
    return takenBack ? new Found.TakenBack<>() : new Found.Unknown<>();
  }

  List<StoredPost> latest(Slice slice) {
    return sql.list(
        PostQueries::read,
        COLUMNS
            + "WHERE p.json NOT NULL AND p.admitted > 0"
            + " ORDER BY p.number DESC LIMIT ? OFFSET ?",
        slice.limit(),
        slice.offset());
  }

  List<StoredPost> archive(String route, Slice slice) {
    String filter =
        switch (route) {
          case "all" -> "? = 'all'";
          case "other" ->
              "? = 'other' AND NOT EXISTS (SELECT 1 FROM post_topics t WHERE t.post = p.id)";
          default -> "p.id IN (SELECT t.post FROM post_topics t WHERE t.topic = ?)";
        };
    return sql.list(
        PostQueries::read,
        COLUMNS
            + "WHERE p.json NOT NULL AND "
            + filter
            + " ORDER BY p.published DESC, p.id LIMIT ? OFFSET ?",
        route,
        slice.limit(),
        slice.offset());
  }

  List<StoredPost> search(String text, Slice slice) {
    String query = Words.query(text.substring(0, Math.min(text.length(), LONGEST_QUERY)));
    if (query.isEmpty()) {
      return List.of();
    }
    return sql.list(
        PostQueries::read,
        COLUMNS
            + "JOIN words ON words.rowid = p.number WHERE words MATCH ? AND p.json NOT NULL"
            + " ORDER BY bm25(words), p.published DESC, p.id LIMIT ? OFFSET ?",
        query,
        slice.limit(),
        slice.offset());
  }

  /// By the authors' dates.
  List<StoredPost> ofStory(String story) {
    return sql.list(
        PostQueries::read,
        COLUMNS + "WHERE m.story = ? AND p.json NOT NULL ORDER BY p.published, p.id LIMIT 500",
        story);
  }

  private static StoredPost read(ResultSet row) throws SQLException {
    @Nullable String story = row.getString(6);
    return new StoredPost(
        Json.MAPPER.readValue(row.getString(1), TaggedPost.class),
        Json.MAPPER.readValue(row.getString(2), TAGS),
        row.getInt(3),
        row.getInt(4) == 1,
        row.getInt(5) == 1,
        story);
  }
}
