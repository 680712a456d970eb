package io.gistmill.delivery.webhook;

import io.gistmill.delivery.MasterKey;
import java.util.Base64;

/// The keys by which receivers know that a post comes from here. Derived from the installation's
/// master key for each subscriber and generation, and stored nowhere.
public final class WebhookSecrets {

  private static final String SECRET = "whsec_";
  private static final String PUBLIC_KEY = "whpk_";

  private final MasterKey master;

  public WebhookSecrets(MasterKey master) {
    this.master = master;
  }

  /// For signatures of version `v1`, HMAC with SHA-256: known to the owner and to nobody else.
  ///
  /// @param generation from 1
  /// @return as libraries of Standard Webhooks take it: `whsec_` and base64
  public String secret(String subscriber, int generation) {
    return SECRET + base64(hmacKey(subscriber, generation));
  }

  /// For signatures of version `v1a`, Ed25519: proves the same to whoever has it, and is no secret.
  ///
  /// @param generation from 1
  /// @return `whpk_` and the base64 of the key's 32 bytes (RFC 8032)
  public String publicKey(String subscriber, int generation) {
    return PUBLIC_KEY + base64(signingKey(subscriber, generation).publicKey());
  }

  byte[] hmacKey(String subscriber, int generation) {
    return master.derive("webhook", subscriber + "|" + generation);
  }

  SigningKey signingKey(String subscriber, int generation) {
    return SigningKey.of(master.derive("webhook-ed25519", subscriber + "|" + generation));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
