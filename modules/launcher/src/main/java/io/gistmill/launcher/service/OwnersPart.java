package io.gistmill.launcher.service;

import io.gistmill.delivery.MasterKey;
import io.gistmill.delivery.webhook.WebhookChallenge;
import io.gistmill.delivery.webhook.WebhookSecrets;
import io.gistmill.domain.Contact;
import io.gistmill.gateway.subscribe.EndpointKeys;
import io.gistmill.gateway.subscribe.EndpointProof.Invitation;
import io.gistmill.gateway.subscribe.EndpointProof.Proof;
import io.gistmill.gateway.subscribe.OwnerSettings;
import io.gistmill.gateway.subscribe.TransportLetters;
import io.gistmill.launcher.config.GistmillConfig;
import java.time.Instant;

/// What the pages of owners get from the rest of the process.
final class OwnersPart {

  private OwnersPart() {}

  static OwnerSettings settings(Platform platform) {
    GistmillConfig config = platform.config();
    MasterKey key = KeyFile.open(config.links().keyFile());
    var transports = new Transports(config, key, platform.times());
    var secrets = new WebhookSecrets(key);
    WebhookChallenge challenge = platform.closeLater(transports.challenge());
    return new OwnerSettings(
        key,
        config.links().url(),
        config.http().behindProxy(),
        platform.token(),
        new TransportLetters(platform.closeLater(transports.mail()), platform.times().real()),
        invitation -> prove(challenge, invitation),
        (subscriber, generation) ->
            new EndpointKeys(
                secrets.secret(subscriber, generation), secrets.publicKey(subscriber, generation)));
  }

  private static Proof prove(WebhookChallenge challenge, Invitation invitation)
      throws InterruptedException {
    var endpoint =
        new Contact.Endpoint(
            invitation.url(), invitation.format(), invitation.generation(), null, Instant.EPOCH);
    return switch (challenge.ask(invitation.subscriber(), endpoint, invitation.manage(), "en")) {
      case WebhookChallenge.Result.Met _ -> new Proof.Met();
      case WebhookChallenge.Result.Missed(var reason, var mend) ->
          new Proof.Failed(reason + "; " + mend);
    };
  }
}
