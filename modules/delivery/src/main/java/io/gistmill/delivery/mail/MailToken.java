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

  /// The same in as few characters as possible, and in lower case alone: the left side of an
  /// address holds 64, and servers change its case. Of an id of another form than Gistmill's own it
  /// is [#of].
  public String shortOf(String digest) {
    String token = of(digest);
    return ShortId.of(digest).map(id -> id + token.substring(token.lastIndexOf('.'))).orElse(token);
  }

  /// The digest of a token, where it is one of ours.
  public Optional<String> digest(String token) {
    Optional<String> digest = digestOfLong(token);
    return digest.isPresent() ? digest : digestOfShort(token);
  }

  private Optional<String> digestOfShort(String token) {
    int dot = token.lastIndexOf('.');
    return dot < 1
        ? Optional.empty()
        : ShortId.expand(token.substring(0, dot))
            .flatMap(digest -> digestOfLong(digest + token.substring(dot)));
  }

  private Optional<String> digestOfLong(String token) {
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
