package io.gistmill.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.gistmill.domain.Contact.Endpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/// The headers of Standard Webhooks 1.0.
///
/// While an endpoint's secret is being changed, the one before signs too. Receivers take the
/// signature that they know and pass over the others.
record Signatures(WebhookSecrets secrets) {

  /// @param id of the message, the same in every try
  /// @param payload the body as it is sent
  Map<String, String> headers(Dispatch dispatch, String id, String payload) {
    Instant at = dispatch.at();
    return Map.of(
        "webhook-id", id,
        "webhook-timestamp", Long.toString(at.getEpochSecond()),
        "webhook-signature", String.join(" ", signatures(dispatch, id, payload)));
  }

  private List<String> signatures(Dispatch dispatch, String id, String payload) {
    String subscriber = dispatch.subscriber();
    Instant at = dispatch.at();
    var signatures = new ArrayList<String>();
    for (int generation : generations(dispatch.endpoint(), at)) {
      signatures.add(hmac(secrets.hmacKey(subscriber, generation), id, at, payload));
      if (HookAddress.PUBLIC.equals(dispatch.address().key())) {
        signatures.add(ed25519(secrets.signingKey(subscriber, generation), id, at, payload));
      }
    }
    return signatures;
  }

  /// Newest first.
  private static List<Integer> generations(Endpoint endpoint, Instant at) {
    int now = endpoint.generation();
    Instant rotated = endpoint.rotated();
    return rotated != null && at.isBefore(rotated) && now > 1
        ? List.of(now, now - 1)
        : List.of(now);
  }

  private static String hmac(byte[] key, String id, Instant at, String payload) {
    try {
      return new Webhook(key).sign(id, at.getEpochSecond(), payload);
    } catch (EmptyWebhookSecretException | WebhookSigningException e) {
      throw new IllegalStateException("this Java cannot sign by HMAC-SHA256", e);
    }
  }

  private static String ed25519(SigningKey key, String id, Instant at, String payload) {
    String content = id + "." + at.getEpochSecond() + "." + payload;
    return "v1a," + Base64.getEncoder().encodeToString(key.sign(content.getBytes(UTF_8)));
  }
}
