package io.gistmill.launcher.remote;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// Which running Gistmill a command talks to.
final class RemoteOptions {

  @Option(
      names = "--url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "Where Gistmill answers (default: http://localhost:8080).")
  private @Nullable String url;

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
    URI address = Address.of("--url", url);
    String known =
        token == null || token.isEmpty()
            ? Instance.tokenOf(address, Instance.HOME).orElse(null)
            : token;
    return new Remote(address, known);
  }

  /// Where the pages answer.
  ///
  /// @param pages what `--pages` says, null where they are with the rest
  Remote pages(@Nullable String pages) {
    return pages == null ? remote() : new Remote(Address.of("--pages", pages), null);
  }
}
