package io.gistmill.digest.desk;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.digest.desk.DeskTables.Buffered;
import io.gistmill.digest.desk.DeskTables.Pending;
import io.gistmill.domain.Horizon;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One call's share of the work that is due, in small steps.
///
/// For each due tick, oldest first: fold one bucket, write its revisions, and so on until nothing
/// before the tick is left; then let expire what is too old; then write the tick.
final class Slice {

  private final Walks walks;
  private final Consumer<Decision<StoryEvent>> decisions;
  private final Folding folding;
  private final Writing writing;
  private final Expiry expiry;

  /// The bucket in which this slice folds; only when no post of it is left, revisions are written.
  private @Nullable Instant bucket;

  Slice(
      DeskTables tables, StoryModel model, Walks walks, Consumer<Decision<StoryEvent>> decisions) {
    this.walks = walks;
    this.decisions = decisions;
    this.writing = new Writing(tables, walks.pending(), decisions);
    this.folding = new Folding(tables, model, writing);
    this.expiry = new Expiry(tables, walks, decisions);
  }

  /// Does the next small piece of work.
  ///
  /// @return false when nothing is due
  boolean step() {
    Map.Entry<String, Tick> due = walks.due().first(Keys.END);
    if (due == null) {
      return false;
    }
    if (!foldOrWrite(due.getKey()) && !expiry.step(expiredBefore(due.getValue()))) {
      finish(due.getValue());
    }
    return true;
  }

  private boolean foldOrWrite(String tick) {
    Map.Entry<String, Buffered> next = walks.buffered().first(tick);
    if (next != null && isFoldedNow(next.getValue(), tick)) {
      folding.fold(next.getValue());
      walks.buffered().take();
      return true;
    }
    return writing.revision(tick);
  }

  private boolean isFoldedNow(Buffered next, String tick) {
    if (!next.bucket().equals(bucket)) {
      Map.Entry<String, Pending> folded = walks.pending().first(tick);
      boolean earlierIsWritten = folded == null || folded.getValue().bucket().equals(next.bucket());
      bucket = earlierIsWritten ? next.bucket() : null;
    }
    return bucket != null;
  }

  /// Counted from the tick before, so that the window that a tick has just closed outlives it,
  /// however long the clock stood still.
  private static Instant expiredBefore(Tick tick) {
    Instant from = tick.previous() == null ? tick.instant() : tick.previous();
    return from.minus(Horizon.LENGTH);
  }

  private void finish(Tick due) {
    decisions.accept(new Decision<>(StoryKeys.TICK, new StoryEvent.Ticked(due)));
    walks.due().take();
  }
}
