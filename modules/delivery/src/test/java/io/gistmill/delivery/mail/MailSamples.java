package io.gistmill.delivery.mail;

import io.gistmill.delivery.MasterKey;
import io.gistmill.delivery.Message;
import io.gistmill.delivery.Recipient;
import io.gistmill.domain.Contact;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Messages and addresses of nobody.
public final class MailSamples {

  public static final Instant NOW = Instant.parse("2026-03-05T16:00:00Z");
  public static final InstantSource CLOCK = InstantSource.fixed(NOW);
  public static final MailToken TOKENS = new MailToken(new MasterKey(new byte[32]));
  public static final String TEXT = "检索增强流水线开源\nIt cites its sources.\n.\nA dot stood alone.";

  private MailSamples() {}

  public static Message message(String id) {
    return message(id, "Daily digest: 检索增强, 2026-03-05", null);
  }

  public static Message message(String id, String title, @Nullable String replyTo) {
    return new Message(
        id,
        title,
        "zh-CN",
        TEXT,
        "<html><body><p>检索增强流水线开源</p><p>It cites its sources.</p></body></html>",
        "{}",
        List.of(),
        links("https://digest.example/unsubscribe/abc"),
        replyTo);
  }

  public static Message.Links links(String unsubscribe) {
    return new Message.Links(
        "https://digest.example/d/abc", "https://digest.example/manage/abc", unsubscribe);
  }

  public static Recipient recipient(String address) {
    return new Recipient("reader", new Contact(new Contact.Mailbox(address, NOW), null));
  }

  public static MailComposer composer(@Nullable DkimSigner signer) {
    return new MailComposer(
        MailSender.parse("Gistmill 摘要 <digest@mail.example>", null), TOKENS, signer, CLOCK);
  }

  public static byte[] mail(MailComposer composer, String id, String address) {
    return mail(composer, message(id), address);
  }

  public static byte[] mail(MailComposer composer, Message message, String address) {
    return switch (composer.compose(message, address)) {
      case Composition.Mail mail -> mail.bytes();
      case Composition.Unsendable(var reason, _) -> throw new AssertionError(reason);
    };
  }

  public static String pem() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(key)
          + "\n-----END PRIVATE KEY-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
