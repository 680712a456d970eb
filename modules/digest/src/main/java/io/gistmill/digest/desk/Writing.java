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
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
  void tell(Instant bucket, String story, StoryPost post) {
    tables.told().put(post.id(), post);
    String key = Keys.pending(bucket, story, post.id());
    Pending older = tables.pending().get(key);
    String place = older == null ? Keys.order(post) : older.order();
    tables.pending().put(key, new Pending(bucket, story, place, post.id(), false, null));
    pending.lookAgain();
  }

  /// Notes in the story's revision of this bucket that a post was taken back. What the bucket would
  /// have told of the post is not told.
  ///
  /// @param said what was told of it in an earlier bucket, or null
  void takeBack(Instant bucket, String story, String post, @Nullable StoryPost said) {
    tables
        .pending()
        .put(Keys.pending(bucket, story, post), new Pending(bucket, story, post, post, true, said));
    pending.lookAgain();
  }

  /// Writes the first revision of those whose posts are all folded.
  ///
  /// @param to end of the last bucket that may be written
  /// @return false when none is left
  boolean revision(String to) {
    Map.Entry<String, Pending> first = pending.first(to);
    if (first == null) {
      return false;
    }
    Pending any = first.getValue();
    List<Pending> rows = takeAll(any.bucket(), any.story(), to);
    List<StoryPost> posts = told(rows);
    List<String> withdrawn =
        rows.stream().filter(Pending::withdrawn).map(Pending::post).sorted().toList();
    List<String> ids =
        Stream.concat(posts.stream().map(StoryPost::id), withdrawn.stream()).toList();
    // Empty where a story lost its only post of the bucket to an older story and then altogether.
    if (!ids.isEmpty()) {
      write(new StoryEvent.Revised(any.story(), any.bucket(), posts, withdrawn, said(rows)));
      tables
          .written()
          .put(
              Keys.writtenRevision(any.bucket(), any.story()),
              new Written(any.bucket(), any.story(), ids));
    }
    return true;
  }

  /// In the order of ids.
  private static List<StoryPost> said(List<Pending> rows) {
    return rows.stream()
        .map(Pending::said)
        .flatMap(Stream::ofNullable)
        .sorted(Comparator.comparing(StoryPost::id))
        .toList();
  }

  /// The newest words of each post, in folding order; those of a post that was taken back in the
  /// same bucket are gone.
  private List<StoryPost> told(List<Pending> rows) {
    return rows.stream()
        .filter(row -> !row.withdrawn())
        .sorted(Comparator.comparing(Pending::order))
        .<StoryPost>mapMulti(
            (row, known) -> {
              StoryPost post = tables.told().get(row.post());
              if (post != null) {
                known.accept(post);
              }
            })
        .toList();
  }

  void alias(String younger, String older, Instant bucket) {
    write(new StoryEvent.Aliased(younger, older, bucket));
    tables
        .written()
        .put(Keys.writtenAlias(bucket, younger), new Written(bucket, younger, List.of()));
  }

  /// The rows of one revision stand side by side.
  private List<Pending> takeAll(Instant bucket, String story, String to) {
    List<Pending> rows = new ArrayList<>();
    Map.Entry<String, Pending> next = pending.first(to);
    while (next != null && isOf(next.getValue(), bucket, story)) {
      rows.add(next.getValue());
      pending.take();
      next = pending.first(to);
    }
    return rows;
  }

  private static boolean isOf(Pending row, Instant bucket, String story) {
    return row.bucket().equals(bucket) && row.story().equals(story);
  }

  private void write(StoryEvent event) {
    decisions.accept(new Decision<>(StoryKeys.of(event), event));
  }
}
