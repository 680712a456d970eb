package io.gistmill.runtime.streams;

import io.gistmill.runtime.state.Decision;
import io.gistmill.runtime.state.StateMachine;
import io.gistmill.runtime.state.Table;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// Counts down: an event `n` makes n pieces of work due, each of which decides one record; `bad`
/// throws. It notes how often it is asked for work.
final class CountingMachine implements StateMachine<String, String> {

  static final String DUE = "due";

  private static final String BROKEN = "broken";

  private final Table<String> due;
  private final Supervisor supervisor;

  /// What a test says to the machine and hears of it.
  static final class Supervisor {
    int asked;
    boolean waits;
    int left;
  }

  CountingMachine(Table<String> due, Supervisor supervisor) {
    this.due = due;
    this.supervisor = supervisor;
  }

  @Override
  public void accept(String event, Consumer<Decision<String>> decisions) {
    if (event.equals("bad")) {
      throw new IllegalStateException("cannot count: " + event);
    }
    int pieces = Integer.parseInt(event);
    for (int i = Math.abs(pieces); i > 0; i--) {
      due.put(event + "-" + (100_000 + i), "piece " + i);
    }
    if (pieces < 0) {
      due.put(event + "-last", BROKEN);
    }
  }

  @Override
  public boolean waits() {
    return supervisor.waits;
  }

  @Override
  public void leave() {
    supervisor.left++;
  }

  @Override
  public boolean work(BooleanSupplier goOn, Consumer<Decision<String>> decisions) {
    supervisor.asked++;
    for (Map.Entry<String, String> next = due.first("", "~");
        next != null;
        next = due.first("", "~")) {
      if (!goOn.getAsBoolean()) {
        return false;
      }
      due.delete(next.getKey());
      if (next.getValue().equals(BROKEN)) {
        throw new IllegalStateException("cannot work");
      }
      decisions.accept(new Decision<>(next.getKey(), next.getValue()));
    }
    return true;
  }
}
