package io.gistmill.gateway.subscribe;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Recipient;
import io.gistmill.delivery.Transport;
import io.gistmill.domain.Contact;
import java.time.InstantSource;
import java.util.List;

/// Letters by the way that digests go too.
///
/// @param clock of the process
public record TransportLetters(Transport mail, InstantSource clock) implements Letters {

  @Override
  public Outcome send(Letter letter) throws InterruptedException {
    var mailbox = new Contact.Mailbox(letter.address(), clock.instant());
    return mail.send(message(letter), new Recipient(letter.id(), new Contact(mailbox, null)));
  }

  /// There is nothing to unsubscribe from: the link is empty, and no header names it.
  static Message message(Letter letter) {
    String link = letter.link().toString();
    return new Message(
        letter.id(),
        letter.subject(),
        "en",
        letter.text(),
        html(letter, link),
        "{}",
        List.of(),
        new Message.Links(link, "", ""),
        null);
  }

  private static String html(Letter letter, String link) {
    return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
        + escaped(letter.subject())
        + "</title></head><body style=\"font:16px/1.6 sans-serif;max-width:36em\"><p>"
        + escaped(letter.opening())
        + "</p><p><a href=\""
        + escaped(link)
        + "\" style=\"display:inline-block;background:#8a3b12;color:#fff;padding:.5em 1em;"
        + "border-radius:.4em;text-decoration:none\">"
        + escaped(letter.action())
        + "</a></p><p style=\"color:#5f5d56\">"
        + escaped(letter.closing())
        + "</p></body></html>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
