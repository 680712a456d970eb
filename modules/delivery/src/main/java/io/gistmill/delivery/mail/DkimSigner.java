package io.gistmill.delivery.mail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.api.BodyHasher;
import org.apache.james.jdkim.exceptions.FailException;

/// Signs mails by DKIM (RFC 6376) with RSA and SHA-256, header and body `relaxed`.
///
/// Works on the bytes that are sent. Fields that must not be added on the way are named once more
/// than they stand there. Safe for all threads.
public final class DkimSigner {

  /// Of these a second one would change what the reader sees or does.
  private static final List<String> SEALED =
      List.of(
          "From",
          "To",
          "Subject",
          "Date",
          "Message-ID",
          "MIME-Version",
          "Content-Type",
          "List-Unsubscribe",
          "List-Unsubscribe-Post");

  /// Absent ones count too: none can be added.
  private static final List<String> SIGNED =
      List.of(
          "Reply-To",
          "Cc",
          "In-Reply-To",
          "References",
          "List-Id",
          "List-Owner",
          "Archived-At",
          "Auto-Submitted",
          "Content-Language",
          "Content-Transfer-Encoding");

  private static final String HEADERS =
      Stream.of(SEALED, SEALED, SIGNED).flatMap(List::stream).collect(Collectors.joining(":"));

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");
  private static final Pattern VALUE = Pattern.compile("(?<= b=)[A-Za-z0-9+/=]+");
  private static final Pattern LINE = Pattern.compile(".{72}(?=.)");

  private final DKIMSigner signer;
  private final String template;

  /// @param domain that vouches, that of the sender or one above
  /// @param selector under which its key stands in the DNS
  /// @throws IllegalArgumentException when these are no names
  public DkimSigner(String domain, String selector, DkimKey key) {
    this.template =
        "v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=%s; h=%s; bh=; b=;"
            .formatted(name(domain), name(selector), HEADERS);
    this.signer = new DKIMSigner(template, key.key());
  }

  private static String name(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "'" + HeaderText.line(name) + "' is no name for DKIM, such as example.org or mail2026");
    }
    return name;
  }

  /// The same mail with its signature before it.
  ///
  /// @throws IllegalArgumentException when it is no mail that can be signed
  public byte[] sign(byte[] mail) {
    try {
      String field = field(new SignedParts(mail));
      var signed = new ByteArrayOutputStream(mail.length + field.length() + 64);
      signed.writeBytes(folded(field).getBytes(StandardCharsets.US_ASCII));
      signed.writeBytes(mail);
      return signed.toByteArray();
    } catch (FailException | IOException e) {
      throw new IllegalArgumentException("the mail cannot be signed: " + e.getMessage(), e);
    }
  }

  private String field(SignedParts parts) throws FailException, IOException {
    BodyHasher hasher = signer.newBodyHasher(signer.newSignatureRecordTemplate(template));
    try (OutputStream hash = hasher.getOutputStream()) {
      parts.writeBody(hash);
    }
    return signer.sign(parts, hasher);
  }

  /// Breaks lines only where `relaxed` does not see it: at a blank, and inside the signature.
  private static String folded(String field) {
    String value =
        VALUE.matcher(field).replaceAll(match -> LINE.matcher(match.group()).replaceAll("$0\r\n "));
    return value.replace("; ", ";\r\n ").replaceFirst("DKIM-Signature:", "DKIM-Signature: ")
        + "\r\n";
  }
}
