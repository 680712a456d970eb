package io.gistmill.runtime.state;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// A stage as plain Java: events in, decisions out, state in tables.
///
/// It asks no clock and draws no random number: the same events give the same decisions in the same
/// order, wherever a commit, a crash or the end of a slice falls between them. For that, whatever
/// is still to be done when a call returns must lie in a table.
///
/// One thread at a time. A runner commits tables, input position and decisions together.
///
/// @param <E> events
/// @param <V> values of the records that are written
public interface StateMachine<E, V> {

  /// Takes one event in. The work of one call is bounded by the event, never by a window or by the
  /// number of subscribers: what a tick makes due is noted in a table and done by [#work].
  void accept(E event, Consumer<Decision<V>> decisions);

  /// Works off what is due, until nothing is left that can be done now or the slice is over.
  ///
  /// @param goOn asked between two small pieces of work; false ends the slice
  /// @return true when nothing is left that can be done now
  boolean work(BooleanSupplier goOn, Consumer<Decision<V>> decisions);

  /// Whether something else than an event may give it work: a machine may wait for a copy that
  /// another thread fills. It is asked to [#work] again and again as long as it says so.
  default boolean waits() {
    return false;
  }

  /// Called last, when its tables move on to another instance or are rolled back: time to let go of
  /// what is held in memory. Not called when the process dies.
  default void leave() {}

  /// After how long it is asked to [#work] again while anything is left. Each time costs a commit,
  /// so that a machine which works whenever an event comes may want a longer pause.
  default Duration pause() {
    return Duration.ofMillis(20);
  }
}
