package io.gistmill.digest.desk;

import io.gistmill.digest.desk.DeskTables.Buffered.Corrected;
import io.gistmill.digest.desk.DeskTables.Buffered.Withdrawn;
import io.gistmill.digest.desk.DeskTables.KnownPost;
import io.gistmill.digest.desk.brief.Briefs;
import io.gistmill.domain.StoryPost;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Changes what was told of a post that is known; everything else changes nothing.
final class Changes {

  private final DeskTables tables;
  private final Writing writing;
  private final Stories stories;
  private final Forgetting forgetting;

  Changes(DeskTables tables, Writing writing) {
    this.tables = tables;
    this.writing = writing;
    this.stories = new Stories(tables);
    this.forgetting = new Forgetting(tables);
  }

  /// Tells the post again with other topics.
  void correct(Corrected row) {
    KnownPost known = older(row.post(), row.revision(), row.bucket());
    StoryPost told = tables.told().get(row.post());
    if (known != null && told != null) {
      tables.posts().put(row.post(), known.withRevision(row.revision()));
      writing.tell(
          row.bucket(),
          stories.root(known.story()),
          Briefs.corrected(told, row.revision(), row.topics()));
    }
  }

  /// Nothing comes under this id within the HORIZON, so nothing need be known of the post any more.
  void withdraw(Withdrawn row) {
    KnownPost known = older(row.post(), row.revision(), row.bucket());
    if (known != null) {
      StoryPost told = tables.told().get(row.post());
      boolean before = known.bucket().isBefore(row.bucket());
      writing.takeBack(
          row.bucket(),
          stories.root(known.story()),
          row.post(),
          told != null && before ? told.inShort() : null);
      forgetting.post(row.post(), known);
    }
  }

  private @Nullable KnownPost older(String post, int revision, Instant bucket) {
    KnownPost known = tables.posts().get(post);
    return known == null || known.revision() >= revision || Folding.isForgotten(known, bucket)
        ? null
        : known;
  }
}
