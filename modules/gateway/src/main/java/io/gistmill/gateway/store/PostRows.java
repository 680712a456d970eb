package io.gistmill.gateway.store;

import io.gistmill.contracts.Json;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.gateway.log.Entry;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Posts, their topics and words.
final class PostRows {

  private final Sql sql;

  PostRows(Sql sql) {
    this.sql = sql;
  }

  void apply(Entry.Place place, TaggedEvent event) {
    switch (event) {
      case TaggedEvent.Tagged tagged -> put(place, tagged.post());
      case TaggedEvent.Duplicate _ -> Counts.add(sql, "duplicates");
      case TaggedEvent.Withdrawn withdrawn -> takeBack(place, withdrawn);
      case TaggedEvent.Corrected corrected -> correct(place, corrected);
      case TaggedEvent.Retagged retagged -> retag(retagged.post());
      case TaggedEvent.Switched switched -> change(place, switched.to());
      case TaggedEvent.Ticked ticked -> {
        Counts.tick(sql, place, ticked.tick().tick().instant());
        forget(place, Times.seconds(ticked.tick().tick().instant().minus(Times.KEPT)));
      }
    }
  }

  private void put(Entry.Place place, TaggedPost tagged) {
    Post post = tagged.post();
    boolean known = json(post.id()).isPresent();
    Counts.add(sql, known ? "edits" : "posts");
    sql.update(
        """
        INSERT INTO posts (id, part, arrived, admitted, published, revision, edited, corrected,
          withdrawn, account, topics, json)
        VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET arrived = excluded.arrived, admitted = excluded.admitted,
          published = excluded.published, revision = excluded.revision,
          edited = edited OR json IS NOT NULL, withdrawn = 0, account = excluded.account,
          topics = excluded.topics, json = excluded.json""",
        post.id(),
        place.partition(),
        Counts.lastTick(sql, place),
        Times.seconds(tagged.admitted()),
        post.published().toEpochMilli(),
        tagged.revision(),
        account(post),
        Json.MAPPER.writeValueAsString(tagged.topics()),
        Json.MAPPER.writeValueAsString(tagged));
    topics(post.id(), tagged.topics());
    sql.update(
        "INSERT OR REPLACE INTO words (rowid, text)"
            + " VALUES ((SELECT number FROM posts WHERE id = ?), ?)",
        post.id(),
        Words.indexed(words(post)));
  }

  private Optional<String> json(String id) {
    return sql.first(
        row -> row.getString(1), "SELECT json FROM posts WHERE id = ? AND json NOT NULL", id);
  }

  /// The row stays, so that the page of the post can say what became of it.
  private void takeBack(Entry.Place place, TaggedEvent.Withdrawn withdrawn) {
    sql.update(
        """
        INSERT INTO posts (id, part, arrived, admitted, published, revision, edited, corrected,
          withdrawn, account, topics, json)
        VALUES (?, ?, ?, ?, 0, ?, 0, 0, 1, '', '[]', NULL)
        ON CONFLICT (id) DO UPDATE SET arrived = excluded.arrived, revision = excluded.revision,
          published = 0, edited = 0, corrected = 0, withdrawn = 1, account = '', topics = '[]',
          json = NULL""",
        withdrawn.postId(),
        place.partition(),
        Counts.lastTick(sql, place),
        Times.seconds(withdrawn.admitted()),
        withdrawn.revision());
    topics(withdrawn.postId(), List.of());
    sql.update(
        "DELETE FROM words WHERE rowid = (SELECT number FROM posts WHERE id = ?)",
        withdrawn.postId());
    Counts.add(sql, "withdrawals");
  }

  /// A correction that overtakes its post leaves a row without text behind.
  private void correct(Entry.Place place, TaggedEvent.Corrected corrected) {
    sql.update(
        """
        INSERT INTO posts (id, part, arrived, admitted, published, revision, edited, corrected,
          withdrawn, account, topics, json)
        VALUES (?, ?, ?, ?, 0, ?, 0, 1, 0, '', ?, NULL)
        ON CONFLICT (id) DO UPDATE SET arrived = excluded.arrived, revision = excluded.revision,
          corrected = 1, topics = excluded.topics""",
        corrected.postId(),
        place.partition(),
        Counts.lastTick(sql, place),
        Times.seconds(corrected.admitted()),
        corrected.revision(),
        Json.MAPPER.writeValueAsString(corrected.topics()));
    topics(corrected.postId(), corrected.topics());
    Counts.add(sql, "corrections");
  }

  /// Neither edited nor corrected by that. One that is not here was forgotten.
  private void retag(TaggedPost tagged) {
    String id = tagged.post().id();
    if (json(id).isEmpty()) {
      return;
    }
    sql.update(
        "UPDATE posts SET revision = ?, topics = ?, json = ? WHERE id = ?",
        tagged.revision(),
        Json.MAPPER.writeValueAsString(tagged.topics()),
        Json.MAPPER.writeValueAsString(tagged),
        id);
    topics(id, tagged.topics());
    Counts.add(sql, "retagged");
  }

  private void topics(String post, List<Tag> topics) {
    sql.update("DELETE FROM post_topics WHERE post = ?", post);
    for (Tag tag : topics) {
      sql.update(
          "INSERT OR REPLACE INTO post_topics VALUES (?, ?, ?)",
          tag.topic(),
          post,
          tag.confidence().micros());
    }
  }

  /// The same switches stand in every partition, in the same order: those of one are enough, and do
  /// not depend on which partition is read first.
  private void change(Entry.Place place, ClassifierSwitch to) {
    if (place.partition() != 0) {
      return;
    }
    sql.update(
        """
        INSERT INTO switches (classifier, since, json) VALUES (?, ?, ?)
        ON CONFLICT (classifier) DO UPDATE SET
          since = CASE WHEN json = excluded.json THEN since ELSE excluded.since END,
          json = excluded.json""",
        to.classifier(),
        Counts.lastTick(sql, place),
        Json.MAPPER.writeValueAsString(to));
    to.topics().forEach(this::name);
  }

  private void name(String slug, String name) {
    sql.update(
        "INSERT INTO topics VALUES (?, ?) ON CONFLICT (slug) DO UPDATE SET name = excluded.name",
        slug,
        name);
  }

  /// Each partition forgets by its own ticks, so that it does not matter which is read first.
  private void forget(Entry.Place place, long before) {
    List<Long> old =
        sql.list(
            row -> row.getLong(1),
            "SELECT number FROM posts WHERE part = ? AND arrived < ?",
            place.partition(),
            before);
    for (long number : old) {
      sql.update("DELETE FROM words WHERE rowid = ?", number);
      sql.update(
          "DELETE FROM post_topics WHERE post = (SELECT id FROM posts WHERE number = ?)", number);
      sql.update("DELETE FROM posts WHERE number = ?", number);
    }
  }

  private static String account(Post post) {
    String handle = post.handle();
    return (handle == null ? post.author() : "@" + handle).toLowerCase(Locale.ROOT);
  }

  private static String words(Post post) {
    var words = new StringBuilder(post.author()).append('\n');
    append(words, post.handle());
    append(words, post.title());
    append(words, post.text());
    for (Quote quote : post.quoted()) {
      append(words, quote.author());
      append(words, quote.handle());
      append(words, quote.text());
    }
    post.notes().forEach(note -> append(words, note));
    return words.toString();
  }

  private static void append(StringBuilder words, @Nullable String text) {
    if (text != null) {
      words.append(text).append('\n');
    }
  }
}
