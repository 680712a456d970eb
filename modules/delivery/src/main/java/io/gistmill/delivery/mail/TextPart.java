package io.gistmill.delivery.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Base64;

/// One form of a message as a part of a mail (RFC 2045): in quoted-printable, or in base64 where
/// most of it is not ASCII. Both keep lines short, and neither can hold `=_`.
final class TextPart {

  private final String subtype;
  private final boolean base64;
  private final byte[] body;

  /// @param subtype of `text`, such as `html`
  TextPart(String text, String subtype) {
    byte[] lines = lines(text.getBytes(UTF_8));
    this.subtype = subtype;
    this.base64 = isMostlyForeign(lines);
    this.body = base64 ? Base64.getMimeEncoder().encode(lines) : QuotedPrintable.encode(lines);
  }

  /// With the line ends of mails, whatever they were, and without zeros.
  private static byte[] lines(byte[] text) {
    var lines = new byte[2 * text.length];
    int length = 0;
    for (int at = 0; at < text.length; at++) {
      byte next = text[at];
      if (next == '\n' || next == '\r') {
        lines[length++] = '\r';
        lines[length++] = '\n';
        at += next == '\r' && at + 1 < text.length && text[at + 1] == '\n' ? 1 : 0;
      } else if (next != 0) {
        lines[length++] = next;
      }
    }
    return Arrays.copyOf(lines, length);
  }

  private static boolean isMostlyForeign(byte[] text) {
    int foreign = 0;
    for (byte next : text) {
      foreign += next < 0 ? 1 : 0;
    }
    return foreign * 2 > text.length;
  }

  byte[] header() {
    String encoding = base64 ? "base64" : "quoted-printable";
    return """
        Content-Type: text/%s; charset=UTF-8\r
        Content-Transfer-Encoding: %s\r
        \r
        """
        .formatted(subtype, encoding)
        .getBytes(US_ASCII);
  }

  byte[] body() {
    return body;
  }
}
