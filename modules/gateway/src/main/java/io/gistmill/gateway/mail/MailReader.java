package io.gistmill.gateway.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.time.Instant;
import java.util.Date;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.dom.address.AddressList;
import org.apache.james.mime4j.dom.address.MailboxList;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.jspecify.annotations.Nullable;

/// Reads what is shown of a mail.
final class MailReader {

  private static final int DEEPEST = 8;

  private MailReader() {}

  /// @param fallback the date of a mail without one
  static Mail read(String name, Instant fallback, InputStream input) throws IOException {
    Message message = new DefaultMessageBuilder().parseMessage(input);
    @Nullable Date date = message.getDate();
    @Nullable String subject = message.getSubject();
    return new Mail(
        name,
        subject == null || subject.isBlank() ? "(no subject)" : subject,
        from(message.getFrom()),
        to(message.getTo()),
        date == null ? fallback : date.toInstant(),
        part(message, "text/html", 0),
        part(message, "text/plain", 0));
  }

  private static String from(@Nullable MailboxList boxes) {
    return boxes == null
        ? ""
        : String.join(", ", boxes.stream().map(box -> box.getAddress()).toList());
  }

  private static String to(@Nullable AddressList addresses) {
    return addresses == null ? "" : from(addresses.flatten());
  }

  /// The first part of a type, attachments aside.
  private static @Nullable String part(Entity entity, String type, int depth) throws IOException {
    @Nullable Body body = entity.getBody();
    if (body instanceof Multipart parts && depth < DEEPEST) {
      for (Entity part : parts.getBodyParts()) {
        String found = part(part, type, depth + 1);
        if (found != null) {
          return found;
        }
      }
    }
    boolean attached = "attachment".equalsIgnoreCase(entity.getDispositionType());
    return body instanceof TextBody text && !attached && entity.getMimeType().equals(type)
        ? words(text)
        : null;
  }

  private static String words(TextBody text) throws IOException {
    var words = new StringWriter();
    try (Reader reader = text.getReader()) {
      reader.transferTo(words);
    }
    return words.toString();
  }
}
