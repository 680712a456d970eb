package io.gistmill.launcher.remote;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// Which running Gistmill a command talks to.
final class RemoteOptions {

  static final URI DEFAULT = URI.create("http://localhost:8080");

  @Option(
      names = "--url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "Where Gistmill answers (default: http://localhost:8080).")
  private URI url = DEFAULT;

  @Option(
      names = "--token",
      paramLabel = "TOKEN",
      scope = ScopeType.INHERIT,
      defaultValue = "${env:GISTMILL_API_TOKEN}",
      description =
          "What it wants to see from those who change something (default: the variable"
              + " GISTMILL_API_TOKEN, or what an instance started in this folder has noted).")
  private @Nullable String token;

  Remote remote() {
    String known =
        token == null || token.isEmpty()
            ? Instance.tokenOf(url, Instance.HOME).orElse(null)
            : token;
    return new Remote(url, known);
  }
}
