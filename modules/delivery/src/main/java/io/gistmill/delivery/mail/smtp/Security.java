package io.gistmill.delivery.mail.smtp;

/// How the way to the mail server is protected. Where it is encrypted, certificate and host name
/// are checked.
public enum Security {
  /// TLS from the first byte, mostly on port 465.
  TLS,
  /// STARTTLS, mostly on port 587; nothing is sent without.
  STARTTLS,
  /// STARTTLS where the server offers it.
  OPPORTUNISTIC,
  /// In the clear: for a server on the same machine.
  NONE
}
