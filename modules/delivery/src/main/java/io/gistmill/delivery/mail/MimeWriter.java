package io.gistmill.delivery.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gistmill.delivery.Message;
import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.apache.james.mime4j.codec.EncoderUtil;
import org.apache.james.mime4j.codec.EncoderUtil.Usage;
import org.apache.james.mime4j.util.MimeUtil;

/// Writes the header and both forms of a message (RFC 5322 and 2046). By hand, since Jakarta Mail
/// looks its parts up among the services of the class path for each body it encodes.
final class MimeWriter {

  /// Tells a mail in reports of failure that give its header back.
  static final String TOKEN = "X-Gistmill-Token";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final int BOUNDARY_BYTES = 12;

  private final MailSender sender;
  private final InstantSource clock;
  private final String from;

  MimeWriter(MailSender sender, InstantSource clock) {
    this.sender = sender;
    this.clock = clock;
    this.from = from(sender);
  }

  private static String from(MailSender sender) {
    return sender.name().isEmpty()
        ? sender.address().toString()
        : EncoderUtil.encodeAddressDisplayName(sender.name()) + " <" + sender.address() + ">";
  }

  /// @throws IllegalArgumentException when a field does not have its form
  byte[] write(Message message, MailAddress to, String token) {
    var text = new TextPart(message.text(), "plain");
    var html = new TextPart(message.html(), "html");
    String boundary = "=_" + hash(message.id());
    byte[] header = header(message, to, token, boundary).getBytes(UTF_8);
    var mail =
        new ByteArrayOutputStream(
            header.length + text.body().length + html.body().length + 4 * 100);
    mail.writeBytes(header);
    for (TextPart part : new TextPart[] {text, html}) {
      mail.writeBytes(("\r\n--" + boundary + "\r\n").getBytes(UTF_8));
      mail.writeBytes(part.header());
      mail.writeBytes(part.body());
    }
    mail.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(UTF_8));
    return mail.toByteArray();
  }

  /// Derived: the same message gives the same mail.
  private static String hash(String id) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(id.getBytes(UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(hash, BOUNDARY_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  private String header(Message message, MailAddress to, String token, String boundary) {
    var header = new StringBuilder(2_000);
    address(header, message, to);
    threads(header, message);
    list(header, message.links());
    field(header, "Auto-Submitted", "auto-generated");
    field(header, TOKEN, token);
    field(header, "MIME-Version", "1.0");
    field(header, "Content-Type", "multipart/alternative;\r\n boundary=\"" + boundary + "\"");
    return header.toString();
  }

  private static void field(StringBuilder header, String name, String value) {
    header.append(name).append(": ").append(value).append("\r\n");
  }

  private static void folded(StringBuilder header, String name, String words) {
    header.append(MimeUtil.fold(name + ": " + words, 0)).append("\r\n");
  }

  private void address(StringBuilder header, Message message, MailAddress to) {
    String subject = HeaderText.line(message.title());
    field(header, "Date", DATE.format(clock.instant()));
    folded(header, "From", from);
    field(header, "To", to.toString());
    field(header, "Message-ID", messageId(message.id()));
    folded(
        header,
        "Subject",
        EncoderUtil.encodeIfNecessary(subject, Usage.TEXT_TOKEN, "Subject: ".length()));
    field(header, "Content-Language", HeaderText.language(message.language()));
  }

  private void threads(StringBuilder header, Message message) {
    if (message.replyTo() != null) {
      String before = messageId(HeaderText.id("the id of the digest before", message.replyTo()));
      field(header, "In-Reply-To", before);
      field(header, "References", before);
    }
  }

  /// RFC 2369, 2919 and 8058. One click works over https alone. A mail that is part of no
  /// subscription, such as the question for a confirmation, has no link that ends one.
  private void list(StringBuilder header, Message.Links links) {
    if (links.unsubscribe().isEmpty()) {
      return;
    }
    field(header, "List-Id", "<digests." + sender.domain() + ">");
    String end = HeaderText.url("the link that ends a subscription", links.unsubscribe());
    field(header, "List-Unsubscribe", "<" + end + ">");
    if (end.startsWith("https:")) {
      field(header, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    String manage = HeaderText.url("the link to the settings", links.manage());
    field(header, "List-Owner", "<" + manage + ">");
    field(header, "Archived-At", "<" + HeaderText.url("the link to the digest", links.web()) + ">");
  }

  private String messageId(String digest) {
    return "<" + digest + "@" + sender.domain() + ">";
  }
}
