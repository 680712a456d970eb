package io.gistmill.domain;

/// How bad it is that something came back for a mail.
public enum BounceKind {
  /// Nothing will ever reach the address.
  HARD,
  /// This mail did not get through.
  SOFT,
  /// The reader called it spam.
  COMPLAINT
}
