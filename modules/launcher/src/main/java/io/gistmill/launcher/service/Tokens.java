package io.gistmill.launcher.service;

import io.gistmill.launcher.config.GistmillConfig;
import io.gistmill.launcher.remote.Instance;
import io.gistmill.runtime.config.Secret;
import io.gistmill.runtime.http.ApiToken;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/// What those must show who change something.
final class Tokens {

  private static final int BYTES = 24;

  private Tokens() {}

  /// As configured; else as in the last run on this data; else a new one.
  static ApiToken of(GistmillConfig.Api api, Path data) {
    return new ApiToken(
        api.token()
            .orElseGet(
                () -> new Secret(Instance.in(data).map(Instance::token).orElseGet(Tokens::fresh))));
  }

  private static String fresh() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  /// The name by which people call this machine.
  static URI named(URI address) {
    return address.getHost().equals("127.0.0.1")
        ? URI.create("http://localhost:" + address.getPort())
        : address;
  }
}
