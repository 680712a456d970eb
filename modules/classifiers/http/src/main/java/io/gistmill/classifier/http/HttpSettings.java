package io.gistmill.classifier.http;

import io.gistmill.classifier.engine.CommonSettings;
import io.gistmill.classifier.engine.Digests;
import io.gistmill.classifier.engine.EngineSettings;
import io.gistmill.classifier.engine.SecretSource;
import io.gistmill.classifier.engine.Section;
import io.gistmill.web.WebAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/// What `classifier.yml` says of a service.
///
/// @param topics names by slug
/// @param service name and version that its answers must give; empty where any will do
/// @param batch the most posts in one request
/// @param timeLimit for one call with all its requests and pauses
/// @param timeOut for one request
/// @param retries of one request
/// @param header that carries the token
/// @param scheme word before the token; empty for none
record HttpSettings(
    URI url,
    SortedMap<String, String> topics,
    Optional<String> service,
    int batch,
    Duration timeLimit,
    Duration timeOut,
    int retries,
    boolean allowPrivate,
    String header,
    String scheme,
    Optional<SecretSource> token)
    implements CommonSettings {

  private static final URI NOWHERE = URI.create("http://localhost/");
  private static final Set<String> OWN_HEADERS =
      Set.of("accept", "content-length", "content-type", "host");

  private static final Set<String> NAMES =
      Set.of(
          "url",
          "service",
          "batch",
          "time-out",
          "retries",
          "allow-private",
          "header",
          "scheme",
          "token-file",
          "token-env");

  /// @throws IllegalArgumentException naming every mistake
  static HttpSettings read(String text, Path folder) {
    var settings = new EngineSettings(text);
    Section root = settings.root();
    settings.allowOnly(NAMES);
    Duration timeLimit = settings.timeLimit(5);
    String header = root.optionalText("header").orElse("Authorization");
    checkHeader(root, header);
    var read =
        new HttpSettings(
            root.parsed("url", WebAddress::parse, NOWHERE),
            settings.topics(),
            root.optionalText("service"),
            root.whole("batch", 1, 1000, 32),
            timeLimit,
            settings.seconds("time-out", 0.05, 60, timeLimit.toMillis() / 2000.0),
            root.whole("retries", 0, 10, 2),
            root.flag("allow-private", false),
            header,
            scheme(root, header),
            SecretSource.of(root, "token", folder));
    settings.refuseIfWrong();
    return read;
  }

  private static void checkHeader(Section root, String header) {
    if (!header.matches("[A-Za-z0-9-]+")) {
      root.mistake("header", "should hold letters, digits and dashes");
    }
    if (OWN_HEADERS.contains(header.toLowerCase(Locale.ROOT))) {
      root.mistake("header", "'" + header + "' is set by Gistmill; the token needs another one");
    }
  }

  private static String scheme(Section root, String header) {
    String usual = header.equalsIgnoreCase("Authorization") ? "Bearer" : "";
    String scheme = root.textOrEmpty("scheme").orElse(usual);
    if (!scheme.matches("[A-Za-z0-9-]*")) {
      root.mistake("scheme", "should be one word, such as Bearer");
    }
    return scheme;
  }

  /// Changes with whatever may change an outcome.
  String version() {
    return Digests.version(
        List.of(url.toString(), service.orElse(""), String.join(",", topics.keySet())));
  }
}
