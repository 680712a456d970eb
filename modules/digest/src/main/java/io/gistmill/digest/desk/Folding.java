package io.gistmill.digest.desk;

import io.gistmill.digest.desk.DeskTables.Buffered;
import io.gistmill.digest.desk.DeskTables.Buffered.Corrected;
import io.gistmill.digest.desk.DeskTables.Buffered.Told;
import io.gistmill.digest.desk.DeskTables.Buffered.Withdrawn;
import io.gistmill.digest.desk.DeskTables.KnownPost;
import io.gistmill.digest.desk.DeskTables.KnownStory;
import io.gistmill.domain.Horizon;
import io.gistmill.domain.PostIds;
import io.gistmill.domain.StoryPost;
import java.time.Instant;
import java.util.List;

/// Finds the story of one post and puts the post into it, or changes what was told of it.
final class Folding {

  private final DeskTables tables;
  private final Writing writing;
  private final Stories stories;
  private final Joining joining;
  private final Originals originals;
  private final Forgetting forgetting;
  private final Changes changes;

  Folding(DeskTables tables, StoryModel model, Writing writing) {
    this.tables = tables;
    this.writing = writing;
    this.stories = new Stories(tables);
    this.joining = new Joining(tables, stories, model);
    this.originals = new Originals(tables);
    this.forgetting = new Forgetting(tables);
    this.changes = new Changes(tables, writing);
  }

  void fold(Buffered row) {
    switch (row) {
      case Told told -> fold(told);
      case Corrected corrected -> changes.correct(corrected);
      case Withdrawn withdrawn -> changes.withdraw(withdrawn);
    }
  }

  /// A version that is not newer than the one known changes nothing. A post that comes again after
  /// the HORIZON is new, however far the clearing up has come.
  private void fold(Told row) {
    StoryPost post = row.post();
    KnownPost known = tables.posts().get(post.id());
    if (known == null) {
      tellFirst(row);
    } else if (isForgotten(known, row.bucket())) {
      forgetting.post(post.id(), known);
      tellFirst(row);
    } else if (post.revision() > known.revision()) {
      tables.posts().put(post.id(), known.withRevision(post.revision()));
      StoryPost told = tables.told().get(post.id());
      String original = told == null ? null : told.repeats();
      writing.tell(row.bucket(), stories.root(known.story()), post.repeating(original));
    }
  }

  static boolean isForgotten(KnownPost known, Instant bucket) {
    return known.bucket().isBefore(bucket.minus(Horizon.LENGTH));
  }

  private void tellFirst(Told row) {
    KnownPost unplaced = known(row);
    Joining.Lookup lookup = joining.lookUp(unplaced);
    String original = originals.of(lookup);
    writing.tell(row.bucket(), place(row, unplaced, lookup), row.post().repeating(original));
  }

  private String place(Told row, KnownPost unplaced, Joining.Lookup lookup) {
    List<KnownStory> found = joining.storiesOf(lookup, row.bucket());
    KnownStory story =
        found.isEmpty() ? newStory(row) : mergeInto(found.getFirst(), found, row.bucket());
    KnownPost post = unplaced.inStory(story.id());
    stories.addPost(story, row.post().id());
    tables.posts().put(row.post().id(), post);
    joining.add(row.post().id(), post, lookup);
    return story.id();
  }

  private static KnownPost known(Told row) {
    StoryPost post = row.post();
    var origin =
        new DeskTables.Origin(
            post.source(),
            SharedLinks.authorOf(post),
            post.language(),
            post.published(),
            post.topics());
    return new KnownPost("", post.revision(), row.bucket(), row.fingerprint(), origin, true);
  }

  private KnownStory mergeInto(KnownStory oldest, List<KnownStory> found, Instant bucket) {
    KnownStory story = oldest;
    for (KnownStory younger : found.subList(1, found.size())) {
      if (Stories.fit(story, younger)) {
        story = stories.merge(story, younger);
        writing.alias(younger.id(), story.id(), bucket);
      }
    }
    return story;
  }

  private KnownStory newStory(Told row) {
    String order = Keys.time(row.bucket()) + "|" + Keys.order(row.post());
    return new KnownStory(freeId(row), order, row.bucket(), 0, List.of());
  }

  /// After its first post; where that one comes again after the HORIZON while its first story or an
  /// alias of it still stands in the log, after the bucket too.
  private String freeId(Told row) {
    String id = "s" + row.post().id();
    boolean taken = tables.stories().get(id) != null || tables.aliases().get(id) != null;
    return taken ? "s" + PostIds.hash(List.of(row.post().id(), row.bucket().toString())) : id;
  }
}
