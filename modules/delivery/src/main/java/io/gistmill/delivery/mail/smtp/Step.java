package io.gistmill.delivery.mail.smtp;

/// How far a mail has come.
enum Step {
  /// Connecting, encrypting, signing in.
  CONNECT,
  /// `MAIL FROM`.
  SENDER,
  /// `RCPT TO`.
  RECIPIENT,
  /// `DATA` and the mail.
  CONTENT,
  /// The final dot is out: the server may have the mail.
  END
}
