package io.gistmill.delivery.mail;

import io.gistmill.delivery.MasterKey;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// Marks of mails that nobody else can make: whoever knows a digest's id must not be able to end
/// somebody's mails by a forged report of failure.
///
/// A token is the digest's id, a dot, and 16 hexadecimal digits.
public final class MailToken {

  private static final int BYTES = 8;

  private final MasterKey key;

  public MailToken(MasterKey key) {
    this.key = key;
  }

  public String of(String digest) {
    byte[] mark = Arrays.copyOf(key.derive("mail", digest), BYTES);
    return digest + "." + HexFormat.of().formatHex(mark);
  }

  /// The digest of a token, where it is one of ours.
  public Optional<String> digest(String token) {
    int dot = token.lastIndexOf('.');
    return dot < 1
        ? Optional.empty()
        : Optional.of(token.substring(0, dot)).filter(digest -> same(of(digest), token));
  }

  private static boolean same(String expected, String token) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8),
        lowerMark(token).getBytes(StandardCharsets.UTF_8));
  }

  /// Some servers write addresses in capitals.
  private static String lowerMark(String token) {
    int dot = token.lastIndexOf('.');
    return token.substring(0, dot) + token.substring(dot).toLowerCase(Locale.ROOT);
  }
}
