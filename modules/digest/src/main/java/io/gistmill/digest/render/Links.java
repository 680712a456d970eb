package io.gistmill.digest.render;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets addresses through that are safe behind a link.
final class Links {

  private static final Set<String> SCHEMES = Set.of("http", "https");

  /// Characters that may stand in an address as it is.
  private static final String PLAIN = "-._~:/?#@!$&'()*+,;=%";

  private Links() {}

  /// The address in ASCII, fit for every format, or null when it is not one of the web.
  static @Nullable String safe(@Nullable String link) {
    if (link == null) {
      return null;
    }
    try {
      URI uri = new URI(encode(link.strip()));
      String scheme = uri.getScheme();
      boolean web =
          scheme != null
              && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
              && uri.getRawAuthority() != null;
      return web ? uri.toString() : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static String encode(String link) {
    var encoded = new StringBuilder();
    for (byte unit : link.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (unit & 0xFF);
      if (isPlain(c)) {
        encoded.append(c);
      } else {
        encoded.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return encoded.toString();
  }

  private static boolean isPlain(char c) {
    boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return letter || (c >= '0' && c <= '9') || PLAIN.indexOf(c) >= 0;
  }
}
