package io.gistmill.launcher.config;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;

/// The address under which people outside reach the pages.
final class PublicUrl {

  private PublicUrl() {}

  static URI local(int port) {
    return URI.create("http://localhost:" + port);
  }

  /// @return without a slash at its end
  static URI parse(String text) {
    try {
      URI url = new URI(text.replaceFirst("/+$", ""));
      if (!isWeb(url.getScheme()) || url.getHost() == null || holdsMore(url)) {
        throw noAddress(null);
      }
      return url;
    } catch (URISyntaxException e) {
      throw noAddress(e);
    }
  }

  private static boolean isWeb(@Nullable String scheme) {
    return "http".equals(scheme) || "https".equals(scheme);
  }

  private static boolean holdsMore(URI url) {
    return url.getUserInfo() != null || url.getQuery() != null || url.getFragment() != null;
  }

  private static IllegalArgumentException noAddress(@Nullable Throwable cause) {
    return new IllegalArgumentException(
        "is no address of pages; write it such as https://digests.example.com", cause);
  }
}
