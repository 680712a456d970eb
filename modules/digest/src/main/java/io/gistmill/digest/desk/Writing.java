package io.gistmill.digest.desk;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.digest.desk.DeskTables.Pending;
import io.gistmill.digest.desk.DeskTables.Written;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.runtime.state.Decision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/// Writes revisions and aliases, and notes that they must leave the log one day.
final class Writing {

  private final DeskTables tables;
  private final Walk<Pending> pending;
  private final Consumer<Decision<StoryEvent>> decisions;

  /// @param pending what was folded and must be written, in the order of buckets
  Writing(DeskTables tables, Walk<Pending> pending, Consumer<Decision<StoryEvent>> decisions) {
    this.tables = tables;
    this.pending = pending;
    this.decisions = decisions;
  }

  /// Puts a post into its story's revision of this bucket. A newer version of the same post takes
  /// the place of the older.
  void toRevision(Instant bucket, String story, String order, StoryPost post) {
    String key = Keys.pending(bucket, story, post.id());
    Pending older = tables.pending().get(key);
    String place = older == null ? order : older.order();
    tables.pending().put(key, new Pending(bucket, story, place, post));
  }

  /// Writes the whole revision that one of its posts stands for.
  void revision(Pending any) {
    List<Pending> rows = rowsOf(any.bucket(), any.story());
    rows.forEach(row -> pending.take(Keys.pending(row.bucket(), row.story(), row.post().id())));
    List<StoryPost> posts =
        rows.stream().sorted(Comparator.comparing(Pending::order)).map(Pending::post).toList();
    write(
        new StoryEvent.Revised(any.story(), any.bucket(), posts),
        new Written(any.bucket(), any.story(), posts.stream().map(StoryPost::id).toList()));
  }

  void alias(String younger, String older, Instant bucket) {
    write(new StoryEvent.Aliased(younger, older, bucket), new Written(bucket, younger, List.of()));
  }

  private List<Pending> rowsOf(Instant bucket, String story) {
    List<Pending> rows = new ArrayList<>();
    tables
        .pending()
        .scan(
            Keys.pendingFrom(bucket, story),
            Keys.pendingTo(bucket, story),
            (key, row) -> rows.add(row));
    return rows;
  }

  private void write(StoryEvent event, Written note) {
    String key = StoryKeys.of(event);
    decisions.accept(new Decision<>(key, event));
    tables.written().put(key, note);
  }
}
