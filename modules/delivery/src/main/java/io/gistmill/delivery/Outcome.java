package io.gistmill.delivery;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came of one attempt to hand over a message.
///
/// Answers are one line, without secrets, fit to be shown to the owner.
public sealed interface Outcome {

  /// The peer's answer, or what stands for one.
  String answer();

  /// The peer has taken it.
  record Accepted(String answer) implements Outcome {}

  /// It may work later.
  ///
  /// @param after how long the peer asks to be left alone; null where it does not say
  /// @param reach what the trouble concerns
  record Deferred(String answer, @Nullable Duration after, Reach reach) implements Outcome {}

  /// It will never work.
  ///
  /// @param suspends whether nothing more should go to this address until its owner confirms it
  record Refused(String answer, boolean suspends) implements Outcome {}

  /// How far a trouble reaches.
  enum Reach {
    /// This message alone.
    MESSAGE,
    /// Whatever goes to the same destination.
    DESTINATION
  }
}
