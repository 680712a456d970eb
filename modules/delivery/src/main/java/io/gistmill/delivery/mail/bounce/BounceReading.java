package io.gistmill.delivery.mail.bounce;

/// What a mail in the mailbox for bounces turned out to be.
public sealed interface BounceReading {

  /// A report that a mail failed, or that somebody complained.
  record Found(Bounce bounce) implements BounceReading {}

  /// Something else: a notice of delay or success, an answer of a person or of their machine.
  record Other(String what) implements BounceReading {}

  /// It cannot be made out.
  record Unreadable(String reason) implements BounceReading {}
}
