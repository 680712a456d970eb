package io.gistmill.digest.desk;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.digest.desk.DeskTables.KnownPost;
import io.gistmill.digest.desk.DeskTables.KnownStory;
import io.gistmill.digest.desk.DeskTables.Written;
import io.gistmill.domain.StoryEvent;
import io.gistmill.runtime.state.Decision;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/// Deletes what is older than the horizon from the log and, with it, from all tables.
///
/// An alias outlives every revision under the younger id, since later posts went to the older one.
final class Expiry {

  private final DeskTables tables;
  private final Consumer<Decision<StoryEvent>> decisions;
  private final NearDuplicates nearDuplicates;
  private final SharedLinks sharedLinks;
  private final Walk<Written> revisions;
  private final Walk<Written> aliases;

  Expiry(DeskTables tables, Walks walks, Consumer<Decision<StoryEvent>> decisions) {
    this.tables = tables;
    this.decisions = decisions;
    this.nearDuplicates = new NearDuplicates(tables);
    this.sharedLinks = new SharedLinks(tables);
    this.revisions = walks.revisions();
    this.aliases = walks.aliases();
  }

  /// Lets one record expire.
  ///
  /// @return false when none is left whose bucket lies before the instant
  boolean step(Instant before) {
    Map.Entry<String, Written> revision = revisions.first(StoryKeys.revisionsFrom(before));
    if (revision != null) {
      forgetRevision(revision.getValue());
      delete(revisions, revision.getKey());
      return true;
    }
    Map.Entry<String, Written> alias = aliases.first(StoryKeys.aliasesFrom(before));
    if (alias != null) {
      tables.aliases().delete(alias.getValue().id());
      delete(aliases, alias.getKey());
    }
    return alias != null;
  }

  private void forgetRevision(Written revision) {
    KnownStory story = tables.stories().get(revision.id());
    if (story != null && story.opened().equals(revision.bucket())) {
      tables.stories().delete(story.id());
    }
    for (String id : revision.posts()) {
      KnownPost post = tables.posts().get(id);
      if (post != null && post.bucket().equals(revision.bucket())) {
        forgetPost(id, post);
      }
    }
  }

  private void forgetPost(String id, KnownPost post) {
    nearDuplicates.remove(id, post.fingerprint());
    sharedLinks.remove(id, post.fingerprint());
    tables.posts().delete(id);
  }

  private void delete(Walk<Written> walk, String key) {
    decisions.accept(new Decision<>(key, null));
    walk.take();
  }
}
