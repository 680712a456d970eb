package io.gistmill.digest.outbox;

import io.gistmill.digest.render.DigestPage;
import io.gistmill.digest.render.DigestRenderer;
import io.gistmill.digest.render.DigestRenderer.Format;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/// Turns a digest's page into a mail: plain text, and the same as HTML.
final class DigestMail {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /// Addresses come with subscriptions by mail; until then everything stays on this machine.
  private static final String HOST = "localhost";

  private final DigestRenderer renderer = new DigestRenderer();
  private final Session session = Session.getInstance(new Properties());

  /// @param subscriber to whom it goes
  /// @return the mail as it would go over the wire
  byte[] write(DigestPage page, String subscriber) throws IOException {
    try {
      var bytes = new ByteArrayOutputStream();
      message(renderer.fitForMail(page), subscriber).writeTo(bytes);
      return bytes.toByteArray();
    } catch (MessagingException e) {
      throw new IOException("digest " + page.id() + " cannot be made a mail", e);
    }
  }

  private MimeMessage message(DigestPage page, String subscriber)
      throws MessagingException, UnsupportedEncodingException {
    var message = new OwnId(session, "<" + page.id() + "@" + HOST + ">");
    message.setFrom(new InternetAddress("gistmill@" + HOST, "Gistmill", UTF_8));
    message.setRecipient(
        MimeMessage.RecipientType.TO, new InternetAddress(mailbox(subscriber) + "@" + HOST));
    message.setSubject(page.title(), UTF_8);
    message.setSentDate(Date.from(page.cut()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setContent(
        new MimeMultipart(
            "alternative",
            part(renderer.render(page, Format.TEXT), "plain"),
            part(renderer.render(page, Format.HTML), "html")));
    message.saveChanges();
    return message;
  }

  private static String mailbox(String subscriber) {
    return subscriber.replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(text, UTF_8, subtype);
    return part;
  }

  /// The library would draw an id of its own.
  private static final class OwnId extends MimeMessage {

    private final String id;

    OwnId(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
