package io.gistmill.digest.desk;

import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.runtime.state.Decision;
import io.gistmill.runtime.state.StateMachine;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Puts posts of all partitions into one order, folds those that tell the same story together, and
/// says what each quarter-hour added to which story.
///
/// **Order.** Posts wait until every partition has ticked past their bucket. The low watermark is
/// the least of the partitions' last ticks; when it moves to a tick, everything before that tick is
/// complete, and is folded in the order (bucket, published, id, revision), corrections and
/// withdrawals behind the posts of their bucket. No race between partitions, slice or restart can
/// change that order, hence none can change a story.
///
/// **Buckets.** The bucket of a post is the tick in whose window it was admitted; that of an edit,
/// a correction, a withdrawal or a backfilled post is the last tick before it in its own partition.
/// A reader as of tick T sees the revisions whose bucket lies before T: all of them stand in the
/// log before `Ticked(T)`, and none comes after.
///
/// **Stories.** A new post is compared with its near-duplicates ([NearDuplicates]), posts with its
/// links ([SharedLinks]), posts that name the same ([NameIndex]) or mean the same ([MeaningIndex])
/// and what its author wrote last ([AuthorIndex]), and joins an open story that tells the same
/// ([Joining]); stories that prove to be one are joined, and the oldest id stays ([Stories]). An
/// edit or a correction changes how a post is told, never where it belongs. A withdrawal takes the
/// post out of its story and out of all that later posts are compared with; stories that it brought
/// together stay together. What is said of a post that is not known changes nothing.
///
/// **Expiry.** A bucket that lies over 28 days before the tick before leaves all tables, and its
/// records are deleted from the log. Expiry goes by the log's own time and knows nothing of
/// readers: whoever reads a window of seven days must be less than 21 days of log time behind. A
/// live reader always is; a replay, whose days pass in milliseconds, must hold its clock back until
/// readers have followed.
///
/// A post that was tagged again is taken as one whose topics were corrected. Duplicates and
/// switches change nothing here.
///
/// After a roll back of its tables a new instance is needed; what it holds in memory is derived.
public final class Desk implements StateMachine<TaggedEvent, StoryEvent> {

  private final DeskTables tables;
  private final StoryModel model;
  private final Intake intake;
  private final Walks walks;

  public Desk(DeskTables tables) {
    this(tables, StoryModel.shipped());
  }

  Desk(DeskTables tables, StoryModel model) {
    this.tables = tables.withRecentRows();
    this.model = model;
    this.intake = new Intake(this.tables);
    this.walks = Walks.over(this.tables);
  }

  @Override
  public void accept(TaggedEvent event, Consumer<Decision<StoryEvent>> decisions) {
    switch (event) {
      case TaggedEvent.Tagged tagged -> intake.buffer(tagged.post());
      case TaggedEvent.Duplicate _, TaggedEvent.Switched _ -> {}
      case TaggedEvent.Withdrawn withdrawn -> intake.buffer(withdrawn);
      case TaggedEvent.Corrected corrected -> intake.buffer(corrected);
      case TaggedEvent.Retagged retagged -> intake.buffer(retagged);
      case TaggedEvent.Ticked ticked -> intake.note(ticked.tick());
    }
  }

  @Override
  public boolean work(BooleanSupplier goOn, Consumer<Decision<StoryEvent>> decisions) {
    var slice = new Slice(tables, model, walks, decisions);
    while (slice.step()) {
      if (!goOn.getAsBoolean()) {
        return false;
      }
    }
    return true;
  }
}
