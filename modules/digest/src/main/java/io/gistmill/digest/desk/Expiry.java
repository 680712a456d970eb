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
/// An alias outlives every revision under the younger id: later posts went to the older one, and
/// within a bucket aliases stand last ([Keys#writtenAlias]).
final class Expiry {

  private final DeskTables tables;
  private final Consumer<Decision<StoryEvent>> decisions;
  private final Forgetting forgetting;
  private final Walk<Written> written;

  Expiry(DeskTables tables, Walks walks, Consumer<Decision<StoryEvent>> decisions) {
    this.tables = tables;
    this.decisions = decisions;
    this.forgetting = new Forgetting(tables);
    this.written = walks.written();
  }

  /// Lets one record expire.
  ///
  /// @return false when none is left whose bucket lies before the instant
  boolean step(Instant before) {
    Map.Entry<String, Written> oldest = written.first(Keys.writtenFrom(before));
    if (oldest == null) {
      return false;
    }
    if (oldest.getValue().posts().isEmpty()) {
      forgetAlias(oldest.getValue());
    } else {
      forgetRevision(oldest.getValue());
    }
    written.take();
    return true;
  }

  private void forgetAlias(Written alias) {
    tables.aliases().delete(alias.id());
    delete(StoryKeys.alias(alias.bucket(), alias.id()));
  }

  private void forgetRevision(Written revision) {
    KnownStory story = tables.stories().get(revision.id());
    if (story != null && story.opened().equals(revision.bucket())) {
      tables.stories().delete(story.id());
    }
    for (String id : revision.posts()) {
      KnownPost post = tables.posts().get(id);
      if (post != null && post.bucket().equals(revision.bucket())) {
        forgetting.post(id, post);
      }
    }
    delete(StoryKeys.revision(revision.bucket(), revision.id()));
  }

  private void delete(String key) {
    decisions.accept(new Decision<>(key, null));
  }
}
