package io.gistmill.digest.desk;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.domain.Horizon;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Decision;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/// One call's share of the work that is due, in small steps.
///
/// For each due tick, oldest first: fold one bucket, write its revisions, and so on until nothing
/// before the tick is left; then let expire what is too old; then write the tick.
final class Slice {

  private final DeskTables tables;
  private final Consumer<Decision<StoryEvent>> decisions;
  private final Folding folding;
  private final Writing writing;
  private final Expiry expiry;
  private final Walk<DeskTables.Buffered> buffered;
  private final Walk<DeskTables.Pending> pending;

  Slice(DeskTables tables, Consumer<Decision<StoryEvent>> decisions) {
    this.tables = tables;
    this.decisions = decisions;
    this.pending = new Walk<>(tables.pending(), Keys.START);
    this.writing = new Writing(tables, pending, decisions);
    this.folding = new Folding(tables, writing);
    this.expiry = new Expiry(tables, decisions);
    this.buffered = new Walk<>(tables.buffered(), Keys.START);
  }

  /// Does the next small piece of work.
  ///
  /// @return false when nothing is due
  boolean step() {
    Map.Entry<String, Tick> due = tables.due().first(Keys.START, Keys.END);
    if (due == null) {
      return false;
    }
    if (!foldOrWrite(due.getKey()) && !expiry.step(expiredBefore(due.getValue()))) {
      finish(due);
    }
    return true;
  }

  private boolean foldOrWrite(String tick) {
    Map.Entry<String, DeskTables.Buffered> next = buffered.first(tick);
    Map.Entry<String, DeskTables.Pending> folded = pending.first(tick);
    if (next != null && (folded == null || sameBucket(next, folded))) {
      folding.fold(next.getValue());
      buffered.take(next.getKey());
    } else if (folded != null) {
      writing.revision(folded.getValue());
    }
    return next != null || folded != null;
  }

  private static boolean sameBucket(
      Map.Entry<String, DeskTables.Buffered> next, Map.Entry<String, DeskTables.Pending> folded) {
    return next.getValue().bucket().equals(folded.getValue().bucket());
  }

  /// Counted from the tick before, so that the window that a tick has just closed outlives it,
  /// however long the clock stood still.
  private static Instant expiredBefore(Tick tick) {
    Instant from = tick.previous() == null ? tick.instant() : tick.previous();
    return from.minus(Horizon.LENGTH);
  }

  private void finish(Map.Entry<String, Tick> due) {
    decisions.accept(new Decision<>(StoryKeys.TICK, new StoryEvent.Ticked(due.getValue())));
    tables.due().delete(due.getKey());
  }
}
