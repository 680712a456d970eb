package io.gistmill.runtime.streams;

/// A state machine threw while it worked off what earlier events had made due.
///
/// The record at hand is innocent, and decisions already made would be lost if it were skipped: the
/// application stops instead, and the transaction is rolled back.
final class WorkFailedException extends RuntimeException {

  private static final long serialVersionUID = 1;

  WorkFailedException(RuntimeException cause) {
    super(cause);
  }
}
