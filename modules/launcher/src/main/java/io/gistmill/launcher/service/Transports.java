package io.gistmill.launcher.service;

import io.gistmill.delivery.MasterKey;
import io.gistmill.delivery.Transport;
import io.gistmill.delivery.mail.DkimKey;
import io.gistmill.delivery.mail.DkimSigner;
import io.gistmill.delivery.mail.FolderTransport;
import io.gistmill.delivery.mail.MailComposer;
import io.gistmill.delivery.mail.MailToken;
import io.gistmill.delivery.mail.rate.BrakedTransport;
import io.gistmill.delivery.mail.rate.SendingRates;
import io.gistmill.delivery.mail.rate.SendingRates.Limits;
import io.gistmill.delivery.mail.smtp.SmtpSettings;
import io.gistmill.delivery.mail.smtp.SmtpTransport;
import io.gistmill.delivery.webhook.WebhookChallenge;
import io.gistmill.delivery.webhook.WebhookSecrets;
import io.gistmill.delivery.webhook.WebhookTransport;
import io.gistmill.launcher.config.DeliveryConfig;
import io.gistmill.launcher.config.DeliveryConfig.Dkim;
import io.gistmill.launcher.config.DeliveryConfig.Smtp;
import io.gistmill.launcher.config.GistmillConfig;
import io.gistmill.launcher.replay.UsageException;
import io.gistmill.web.AddressGuard;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The ways by which messages leave, as configured.
public final class Transports {

  private static final int FOLDER_AT_ONCE = 4;

  private final DeliveryConfig config;
  private final Path folder;
  private final MasterKey key;
  private final Times times;
  private final SendingRates rates = new SendingRates(Limits.USUAL);

  Transports(GistmillConfig config, MasterKey key, Times times) {
    this.config = config.delivery();
    this.folder = config.mails();
    this.key = key;
    this.times = times;
  }

  /// @throws UsageException when a key cannot be read
  Transport mail() {
    // A folder shows when digests were due; a server wants the time of the machine.
    InstantSource clock = config.smtp().isPresent() ? times.real() : times.ofLog();
    var composer = new MailComposer(config.sender(), tokens(), signer(), clock);
    Optional<Smtp> smtp = config.smtp();
    return smtp.isPresent()
        ? braked(new SmtpTransport(composer, server(smtp.get()), times.real()))
        : new FolderTransport(composer, folder);
  }

  private Transport braked(Transport server) {
    return new BrakedTransport(server, rates, times.real());
  }

  /// How mails fare by domain, in this process.
  SendingRates rates() {
    return rates;
  }

  /// Marks of mails.
  MailToken tokens() {
    return new MailToken(key);
  }

  /// How many mails may be on their way at once.
  int mailsAtOnce() {
    return config.smtp().map(Smtp::connections).orElse(FOLDER_AT_ONCE);
  }

  private @Nullable DkimSigner signer() {
    return config.dkim().map(Transports::signer).orElse(null);
  }

  private static DkimSigner signer(Dkim dkim) {
    try {
      return new DkimSigner(dkim.domain(), dkim.selector(), DkimKey.read(dkim.keyFile()));
    } catch (IllegalArgumentException e) {
      throw new UsageException("mail.dkim: " + e.getMessage());
    }
  }

  /// How the mail server is reached.
  public static SmtpSettings server(Smtp smtp) {
    return SmtpSettings.of(
        smtp.host(), smtp.port(), smtp.security(), login(smtp), smtp.connections());
  }

  private static SmtpSettings.@Nullable Login login(Smtp smtp) {
    return smtp.user()
        .flatMap(
            user ->
                smtp.password()
                    .map(
                        password ->
                            new SmtpSettings.Login(user, () -> password.reveal().toCharArray())))
        .orElse(null);
  }

  Transport webhook() {
    return new WebhookTransport(guard(config), new WebhookSecrets(key), times.real());
  }

  WebhookChallenge challenge() {
    return new WebhookChallenge(
        guard(config), new WebhookSecrets(key), times.real(), new SecureRandom());
  }

  /// Which machines webhooks may lie on.
  public static AddressGuard guard(DeliveryConfig config) {
    return config.privateHooks() ? AddressGuard.withPrivate() : AddressGuard.publicOnly();
  }
}
