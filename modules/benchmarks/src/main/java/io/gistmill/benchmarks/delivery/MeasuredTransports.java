package io.gistmill.benchmarks.delivery;

import io.gistmill.delivery.MasterKey;
import io.gistmill.delivery.Message;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Recipient;
import io.gistmill.delivery.Transport;
import io.gistmill.delivery.mail.Composition;
import io.gistmill.delivery.mail.DkimKey;
import io.gistmill.delivery.mail.DkimSigner;
import io.gistmill.delivery.mail.MailAddress;
import io.gistmill.delivery.mail.MailComposer;
import io.gistmill.delivery.mail.MailSender;
import io.gistmill.delivery.mail.MailToken;
import io.gistmill.delivery.mail.smtp.Security;
import io.gistmill.delivery.mail.smtp.SmtpSettings;
import io.gistmill.delivery.mail.smtp.SmtpTransport;
import io.gistmill.delivery.webhook.WebhookSecrets;
import io.gistmill.delivery.webhook.WebhookTransport;
import io.gistmill.web.AddressGuard;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// The transports of a running Gistmill, and the same cut off before the last step.
///
/// @param smtpPort of the mail server
/// @param connections to it
record MeasuredTransports(int smtpPort, int connections) {

  private static final InstantSource CLOCK = InstantSource.system();
  private static final MasterKey KEY = new MasterKey(new byte[MasterKey.LENGTH]);
  static final DkimSigner SIGNER = signer();

  /// With a key as most domains have it, RSA of 2,048 bits.
  private static DkimSigner signer() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
      String pem =
          "-----BEGIN PRIVATE KEY-----\n"
              + Base64.getMimeEncoder().encodeToString(key)
              + "\n-----END PRIVATE KEY-----\n";
      return new DkimSigner("example.org", "bench", DkimKey.of(pem));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no RSA", e);
    }
  }

  Transport of(Way way) {
    return switch (way) {
      case MAIL_LEDGER, HOOK_LEDGER -> new CutOff((message, to) -> {});
      case MAIL_MIME -> new CutOff(composed(composer(null)));
      case MAIL_SIGNED -> new CutOff(composed(composer(SIGNER)));
      case MAIL_SENT -> smtp(composer(null));
      case MAIL_SIGNED_SENT -> smtp(composer(SIGNER));
      case HOOK_SIGNED -> {
        // Posts to this machine are refused, once they are made and signed.
        var guarded = hooks(AddressGuard.publicOnly());
        yield new CutOff((message, to) -> send(guarded, message, to));
      }
      case HOOK_SENT -> hooks(AddressGuard.withPrivate());
    };
  }

  static MailComposer composer(@Nullable DkimSigner signer) {
    return new MailComposer(
        MailSender.parse("Gistmill <digest@example.org>", null), new MailToken(KEY), signer, CLOCK);
  }

  private static WebhookTransport hooks(AddressGuard guard) {
    return new WebhookTransport(guard, new WebhookSecrets(KEY), CLOCK);
  }

  private SmtpTransport smtp(MailComposer composer) {
    var settings = SmtpSettings.of("127.0.0.1", smtpPort, Security.NONE, null, connections);
    return new SmtpTransport(composer, settings, CLOCK);
  }

  private static BiConsumer<Message, Recipient> composed(MailComposer composer) {
    return (message, to) -> {
      if (composer.compose(message, address(to)) instanceof Composition.Unsendable unsendable) {
        throw new IllegalStateException(unsendable.reason());
      }
    };
  }

  private static String address(Recipient to) {
    return Objects.requireNonNull(to.contact().mailbox()).address();
  }

  private static void send(Transport transport, Message message, Recipient to) {
    try {
      Outcome outcome = transport.send(message, to);
      if (outcome instanceof Outcome.Accepted) {
        throw new IllegalStateException("a post was let through: " + outcome);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Does what is to be measured, and says that the message was taken.
  private record CutOff(BiConsumer<Message, Recipient> work) implements Transport {

    @Override
    public String destination(Recipient to) {
      var mailbox = to.contact().mailbox();
      return mailbox == null
          ? Objects.requireNonNull(to.contact().endpoint()).url()
          : MailAddress.domainOf(mailbox.address());
    }

    @Override
    public Outcome send(Message message, Recipient to) {
      work.accept(message, to);
      return new Outcome.Accepted("250 taken by nobody");
    }

    @Override
    public void close() {}
  }
}
