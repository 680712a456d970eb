package io.gistmill.delivery.mail;

import java.nio.charset.StandardCharsets;

/// What came of composing a mail.
public sealed interface Composition {

  /// A mail as it goes over the wire.
  ///
  /// @param token marks it in reports of failure
  /// @param from return path
  /// @param bytes lines end with CR LF, no line is longer than 998 bytes
  @SuppressWarnings("ArrayRecordComponent")
  record Mail(String token, String from, MailAddress to, byte[] bytes) implements Composition {

    public Mail {
      bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
      return bytes.clone();
    }

    /// For people who look at it.
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  /// There can be no such mail.
  ///
  /// @param reason with what mends it
  /// @param address whether the address is at fault, and not the message
  record Unsendable(String reason, boolean address) implements Composition {}
}
