package io.gistmill.delivery.link;

import io.gistmill.delivery.MasterKey;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Links by which owners act without a password: `BASE/PATH/TOKEN`.
///
/// A token is `purpose.payload.expiry.mac`: the payload in base64url, the expiry in seconds since
/// 1970, and an HMAC with SHA-256 (RFC 2104) over the three before it, under a key derived for the
/// purpose. Nothing is stored, so that any process with the same key can make and open them. The
/// same question gives the same link, whenever it is asked. Safe for all threads.
public final class SignedLinks {

  /// Longer tokens are refused unread: servers of HTTP take 8 KiB of headers as a rule.
  public static final int LONGEST = 5_000;

  private static final String ALGORITHM = "HmacSHA256";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
  private static final Pattern TOKEN =
      Pattern.compile("([a-z]+)\\.([A-Za-z0-9_-]+)\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

  private final MasterKey key;
  private final String base;

  /// @param base the public address of the pages, such as `https://digests.example.com`
  public SignedLinks(MasterKey key, URI base) {
    this.key = key;
    this.base = base.toString().replaceFirst("/+$", "");
  }

  /// Confirms a sign-up that nobody has stored.
  ///
  /// @param signUp all of it
  /// @param from when it begins to hold
  public URI confirm(String signUp, Instant from) {
    return link(Purpose.CONFIRM, signUp, from);
  }

  /// @param subscription the one that the page shows first; null for all alike
  public URI manage(String subscriber, @Nullable String subscription, Instant from) {
    return link(Purpose.MANAGE, new Owner(subscriber, subscription).payload(), from);
  }

  public URI unsubscribe(String subscriber, String subscription, Instant from) {
    return link(Purpose.UNSUBSCRIBE, new Owner(subscriber, subscription).payload(), from);
  }

  /// @param digest id
  public URI web(String digest, Instant from) {
    return link(Purpose.WEB, digest, from);
  }

  private URI link(Purpose purpose, String payload, Instant from) {
    return URI.create(base + "/" + purpose.path() + "/" + token(purpose, payload, from));
  }

  /// The token alone, as owners' programs send it.
  public String token(Purpose purpose, String payload, Instant from) {
    String head =
        purpose.label()
            + "."
            + ENCODER.encodeToString(payload.getBytes(StandardCharsets.UTF_8))
            + "."
            + from.plus(purpose.validity()).getEpochSecond();
    return head + "." + mac(purpose, head);
  }

  /// Tells whether a token is good for a purpose.
  public Opened open(Purpose purpose, String token, Instant now) {
    Matcher parts = TOKEN.matcher(token);
    if (token.length() > LONGEST
        || !parts.matches()
        || !parts.group(1).equals(purpose.label())
        || !same(mac(purpose, token.substring(0, parts.start(4) - 1)), parts.group(4))) {
      return new Opened.Forged();
    }
    String payload =
        new String(Base64.getUrlDecoder().decode(parts.group(2)), StandardCharsets.UTF_8);
    Instant expiry = Instant.ofEpochSecond(Long.parseLong(parts.group(3)));
    return now.isBefore(expiry)
        ? new Opened.Valid(payload, expiry)
        : new Opened.Expired(purpose, payload, expiry);
  }

  private String mac(Purpose purpose, String head) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.derive("link", purpose.label()), ALGORITHM));
      return ENCODER.encodeToString(mac.doFinal(head.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  /// In the same time whatever is given. Texts rather than bytes, since several texts stand for the
  /// same bytes.
  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
  }
}
