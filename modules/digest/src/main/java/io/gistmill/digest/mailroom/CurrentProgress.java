package io.gistmill.digest.mailroom;

import io.gistmill.runtime.state.Table;

/// The one entry of the progress table, held in memory too since every piece of work asks for it.
final class CurrentProgress {

  static final String KEY = "progress";

  private final Table<Progress> table;
  private Progress now;

  CurrentProgress(Table<Progress> table) {
    Progress found = table.get(KEY);
    this.table = table;
    this.now = found == null ? Progress.START : found;
  }

  Progress get() {
    return now;
  }

  void set(Progress next) {
    table.put(KEY, next);
    now = next;
  }
}
