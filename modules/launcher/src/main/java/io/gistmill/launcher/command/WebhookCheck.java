package io.gistmill.launcher.command;

import io.gistmill.delivery.MasterKey;
import io.gistmill.delivery.webhook.WebhookChallenge;
import io.gistmill.delivery.webhook.WebhookSecrets;
import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.launcher.config.DeliveryConfig;
import io.gistmill.launcher.machine.Machine;
import io.gistmill.launcher.service.Transports;
import java.security.SecureRandom;
import java.time.Instant;

/// Asks a webhook what is asked of it when somebody signs up with it.
final class WebhookCheck {

  private static final String WHAT = "webhook";
  private static final String SUBSCRIBER = "check";

  private WebhookCheck() {}

  static Finding of(DeliveryConfig config, String url, Endpoint.Format format) {
    var endpoint = new Endpoint(url, format, 1, null, Instant.EPOCH);
    try (var challenge = challenge(config)) {
      return switch (challenge.ask(SUBSCRIBER, endpoint, null, "en")) {
        case WebhookChallenge.Result.Met _ -> new Finding(true, WHAT, url + " met the challenge");
        case WebhookChallenge.Result.Missed(var reason, var mend) ->
            new Finding(false, WHAT, url + ": " + reason + "; " + mend);
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Finding(false, WHAT, "interrupted; try again");
    }
  }

  /// By a key of its own: whoever is only tried learns no secret.
  private static WebhookChallenge challenge(DeliveryConfig config) {
    var random = new SecureRandom();
    var bytes = new byte[MasterKey.LENGTH];
    random.nextBytes(bytes);
    var secrets = new WebhookSecrets(new MasterKey(bytes));
    return new WebhookChallenge(Transports.guard(config), secrets, Machine.time(), random);
  }
}
