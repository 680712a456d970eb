package io.gistmill.launcher.service;

import io.gistmill.delivery.MasterKey;
import io.gistmill.gateway.subscribe.EndpointProof;
import io.gistmill.gateway.subscribe.FilterCheck;
import io.gistmill.gateway.subscribe.OwnerSettings;
import io.gistmill.launcher.config.GistmillConfig;
import java.util.Base64;

/// What the pages of owners get from the rest of the process.
final class OwnersPart {

  private OwnersPart() {}

  static OwnerSettings settings(Platform platform) {
    GistmillConfig config = platform.config();
    MasterKey key = KeyFile.open(config.links().keyFile());
    return new OwnerSettings(
        key,
        config.links().url(),
        platform.token(),
        new FolderLetters(config.mails(), platform.times().real()),
        _ ->
            new EndpointProof.Proof.Failed("Webhooks are not available here; subscribe by e-mail."),
        (subscriber, generation) -> secret(key, subscriber, generation),
        FilterCheck.NONE);
  }

  /// As Standard Webhooks write secrets.
  private static String secret(MasterKey key, String subscriber, int generation) {
    byte[] secret = key.derive("webhook", subscriber + "|" + generation);
    return "whsec_" + Base64.getEncoder().encodeToString(secret);
  }
}
