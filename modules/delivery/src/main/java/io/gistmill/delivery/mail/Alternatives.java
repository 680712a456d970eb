package io.gistmill.delivery.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/// One text in several forms. The boundary is derived: the same message gives the same mail.
final class Alternatives extends MimeMultipart {

  private static final int BYTES = 12;

  /// @param parts the plainest first
  Alternatives(String id, BodyPart... parts) throws MessagingException {
    super("alternative", parts);
    // Neither quoted-printable nor base64 can hold "=_".
    contentType = "multipart/alternative; boundary=\"=_" + hash(id) + "\"";
  }

  private static String hash(String id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
