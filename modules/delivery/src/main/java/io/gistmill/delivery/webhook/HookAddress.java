package io.gistmill.delivery.webhook;

import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.web.WebAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The address of a webhook as its owner typed it.
///
/// Robots of Feishu and DingTalk may ask for a signature by a key of their own. It stands behind
/// the `#` of the address: what stands there is never sent.
///
/// @param uri without the key
/// @param key null without one
public record HookAddress(URI uri, @Nullable String key) {

  /// @throws IllegalArgumentException with words for whoever typed it
  public static HookAddress parse(String typed, Endpoint.Format format) {
    URI uri = WebAddress.parse(typed);
    int mark = typed.indexOf('#');
    String key = mark < 0 ? "" : typed.substring(mark + 1).strip();
    return new HookAddress(uri, isSigned(format) && !key.isEmpty() ? decoded(key) : null);
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

  private static boolean isSigned(Endpoint.Format format) {
    return switch (format) {
      case FEISHU, DINGTALK -> true;
      case STANDARD, SLACK, DISCORD, WECOM -> false;
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
