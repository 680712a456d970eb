package io.gistmill.digest.desk;

import io.gistmill.digest.desk.DeskTables.KnownAlias;
import io.gistmill.digest.desk.DeskTables.KnownStory;
import io.gistmill.domain.Horizon;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which stories there are, and which of their ids holds.
///
/// A story takes posts for 28 days from its first one, and at most four hundred: so no chain of
/// posts, each a little like the one before, grows for ever, and no revision outgrows a record.
final class Stories {

  static final int POSTS = 400;
  static final int CORE = 3;

  private final DeskTables tables;

  Stories(DeskTables tables) {
    this.tables = tables;
  }

  /// The id that holds for a story now: its own, or that of the oldest story that it proved to be.
  /// Every alias on the way is pointed at that one.
  String root(String story) {
    KnownAlias alias = tables.aliases().get(story);
    if (alias == null) {
      return story;
    }
    String root = root(alias.story());
    if (!root.equals(alias.story())) {
      tables.aliases().put(story, new KnownAlias(root));
    }
    return root;
  }

  /// The story of an id, or null when it takes no more posts in this bucket.
  @Nullable KnownStory open(String root, Instant bucket) {
    KnownStory story = tables.stories().get(root);
    return story == null
            || story.posts() >= POSTS
            || story.opened().isBefore(bucket.minus(Horizon.LENGTH))
        ? null
        : story;
  }

  static boolean fit(KnownStory older, KnownStory younger) {
    return older.posts() + younger.posts() < POSTS;
  }

  KnownStory merge(KnownStory older, KnownStory younger) {
    tables.aliases().put(younger.id(), new KnownAlias(older.id()));
    tables.stories().delete(younger.id());
    return new KnownStory(
        older.id(),
        older.order(),
        older.opened(),
        older.posts() + younger.posts(),
        core(older.core(), younger.core()));
  }

  void addPost(KnownStory story, String post) {
    tables
        .stories()
        .put(
            story.id(),
            new KnownStory(
                story.id(),
                story.order(),
                story.opened(),
                story.posts() + 1,
                core(story.core(), List.of(post))));
  }

  private static List<String> core(List<String> first, List<String> then) {
    return Stream.concat(first.stream(), then.stream()).limit(CORE).toList();
  }
}
