package io.gistmill.launcher.remote;

import io.gistmill.launcher.replay.UsageException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a running Gistmill answers, as an option such as `--url` says.
final class Address {

  private static final Set<String> SCHEMES = Set.of("http", "https");

  private Address() {}

  /// @param text null for the usual one on this machine
  /// @throws UsageException when it is no address of the web
  static URI of(String option, @Nullable String text) {
    if (text == null) {
      return URI.create("http://localhost:8080");
    }
    try {
      URI url = new URI(text);
      String scheme = url.getScheme();
      if (url.getHost() != null
          && scheme != null
          && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))) {
        return url;
      }
      throw noAddress(option, text);
    } catch (URISyntaxException e) {
      throw noAddress(option, text);
    }
  }

  private static UsageException noAddress(String option, String text) {
    return new UsageException(
        option + ": '" + text + "' is no address; write it as http://host:port");
  }
}
