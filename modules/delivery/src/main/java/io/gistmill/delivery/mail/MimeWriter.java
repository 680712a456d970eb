package io.gistmill.delivery.mail;

import io.gistmill.delivery.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;

/// Writes the header and both forms of a message, through Jakarta Mail.
final class MimeWriter {

  /// Tells a mail in reports of failure that give its header back.
  static final String TOKEN = "X-Gistmill-Token";

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  private final MailSender sender;
  private final InstantSource clock;
  private final Session session;

  MimeWriter(MailSender sender, InstantSource clock) {
    this.sender = sender;
    this.clock = clock;
    var settings = new Properties();
    settings.setProperty("mail.mime.allowutf8", "true");
    this.session = Session.getInstance(settings);
  }

  /// @throws IllegalArgumentException when a field does not have its form
  byte[] write(Message message, MailAddress to, String token)
      throws MessagingException, IOException {
    var mail = new OwnId(session, messageId(message.id()));
    address(mail, message, to);
    threads(mail, message);
    list(mail, message.links());
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setHeader(TOKEN, token);
    mail.setContent(
        new Alternatives(
            message.id(), part(message.text(), "plain"), part(message.html(), "html")));
    mail.saveChanges();
    var bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    return bytes.toByteArray();
  }

  private void address(MimeMessage mail, Message message, MailAddress to)
      throws MessagingException, IOException {
    var from = new InternetAddress(sender.address().toString());
    if (!sender.name().isEmpty()) {
      from.setPersonal(sender.name(), UTF_8);
    }
    mail.setHeader("From", MimeUtility.fold("From: ".length(), from.toString()));
    mail.setHeader("To", to.toString());
    mail.setSubject(HeaderText.line(message.title()), UTF_8);
    mail.setSentDate(Date.from(clock.instant()));
    mail.setHeader("Content-Language", HeaderText.language(message.language()));
  }

  private void threads(MimeMessage mail, Message message) throws MessagingException {
    if (message.replyTo() != null) {
      String before = messageId(HeaderText.id("the id of the digest before", message.replyTo()));
      mail.setHeader("In-Reply-To", before);
      mail.setHeader("References", before);
    }
  }

  /// RFC 2369, 2919 and 8058. One click works over https alone. A mail that is part of no
  /// subscription, such as the question for a confirmation, has no link that ends one.
  private void list(MimeMessage mail, Message.Links links) throws MessagingException {
    if (links.unsubscribe().isEmpty()) {
      return;
    }
    mail.setHeader("List-Id", "<digests." + sender.domain() + ">");
    String end = HeaderText.url("the link that ends a subscription", links.unsubscribe());
    mail.setHeader("List-Unsubscribe", "<" + end + ">");
    if (end.startsWith("https:")) {
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    mail.setHeader(
        "List-Owner", "<" + HeaderText.url("the link to the settings", links.manage()) + ">");
    mail.setHeader(
        "Archived-At", "<" + HeaderText.url("the link to the digest", links.web()) + ">");
  }

  private String messageId(String digest) {
    return "<" + digest + "@" + sender.domain() + ">";
  }

  private static MimeBodyPart part(String text, String subtype) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(lines(text.replace("\0", "")), UTF_8, subtype);
    return part;
  }

  /// With the line ends of mails, whatever they were.
  private static String lines(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n').replace("\n", "\r\n");
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
