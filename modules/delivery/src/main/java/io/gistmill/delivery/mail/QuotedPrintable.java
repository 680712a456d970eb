package io.gistmill.delivery.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;

/// Encodes text as quoted-printable (RFC 2045, section 6.7). A mail is encoded for each reader, so
/// it goes from bytes to bytes by a table.
final class QuotedPrintable {

  /// Of a line, without the `=` that says that it goes on.
  private static final int LONGEST = 75;

  private static final byte[] HEX = "0123456789ABCDEF".getBytes(US_ASCII);
  private static final boolean[] PLAIN = plain();

  private final byte[] text;
  private byte[] out;
  private int length;
  private int column;

  private QuotedPrintable(byte[] text) {
    this.text = text;
    this.out = new byte[text.length + text.length / 4 + 64];
  }

  private static boolean[] plain() {
    var plain = new boolean[256];
    Arrays.fill(plain, '!', '~' + 1, true);
    plain['='] = false;
    return plain;
  }

  /// @param text whose lines end with CR LF
  static byte[] encode(byte[] text) {
    return new QuotedPrintable(text).encode();
  }

  private byte[] encode() {
    for (int at = 0; at < text.length; at++) {
      ensureRoom();
      if (isLineEnd(at)) {
        newLine();
        at++;
      } else if (PLAIN[text[at] & 0xff] || isInnerBlank(at)) {
        literal(text[at]);
      } else {
        quoted(text[at]);
      }
    }
    return Arrays.copyOf(out, length);
  }

  /// For the longest that one byte can become, with a break before it.
  private void ensureRoom() {
    if (out.length - length < 8) {
      out = Arrays.copyOf(out, out.length + out.length / 2);
    }
  }

  private boolean isLineEnd(int at) {
    return text[at] == '\r' && at + 1 < text.length && text[at + 1] == '\n';
  }

  /// One at the end of a line may be lost on the way.
  private boolean isInnerBlank(int at) {
    return (text[at] == ' ' || text[at] == '\t') && at + 1 < text.length && !isLineEnd(at + 1);
  }

  private void literal(byte plain) {
    makeRoom(1);
    out[length++] = plain;
  }

  private void quoted(byte other) {
    makeRoom(3);
    out[length++] = '=';
    out[length++] = HEX[(other & 0xff) >> 4];
    out[length++] = HEX[other & 0xf];
  }

  private void makeRoom(int width) {
    if (column + width > LONGEST) {
      out[length++] = '=';
      newLine();
    }
    column += width;
  }

  private void newLine() {
    out[length++] = '\r';
    out[length++] = '\n';
    column = 0;
  }
}
