package io.gistmill.delivery.webhook;

import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.web.WebAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The address of a webhook as its owner typed it.
///
/// Behind its `#` stands how to sign, and is never sent: the key of a robot of Feishu or DingTalk,
/// or [#PUBLIC] for a receiver of Standard Webhooks.
///
/// @param uri without what stands behind `#`
/// @param key null without one
public record HookAddress(URI uri, @Nullable String key) {

  /// Asks for signatures that a public key verifies, besides those of the shared secret.
  public static final String PUBLIC = "v1a";

  /// @throws IllegalArgumentException with words for whoever typed it
  public static HookAddress parse(String typed, Endpoint.Format format) {
    URI uri = WebAddress.parse(typed);
    int mark = typed.indexOf('#');
    String key = mark < 0 ? "" : typed.substring(mark + 1).strip();
    return new HookAddress(uri, isMeant(key, format) ? decoded(key) : null);
  }

  /// In one form, to be kept as [Endpoint#url].
  public String text() {
    return key == null ? uri.toString() : uri + "#" + key;
  }

  /// The host, and the port where it is not the usual one.
  String destination() {
    return uri.getAuthority();
  }

  @Override
  public String toString() {
    return "HookAddress[" + uri.getHost() + "]";
  }

  private static boolean isMeant(String key, Endpoint.Format format) {
    return switch (format) {
      case FEISHU, DINGTALK -> !key.isEmpty();
      case STANDARD -> key.equals(PUBLIC);
      case SLACK, DISCORD, WECOM -> false;
    };
  }

  private static String decoded(String key) {
    try {
      return URLDecoder.decode(key.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return key;
    }
  }
}
