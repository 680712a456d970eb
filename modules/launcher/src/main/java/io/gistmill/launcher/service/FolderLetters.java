package io.gistmill.launcher.service;

import io.gistmill.delivery.Outcome;
import io.gistmill.gateway.subscribe.Letter;
import io.gistmill.gateway.subscribe.Letters;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;

/// Writes letters beside the digests, one `.eml` file each.
///
/// @param clock of the process, for the date of a letter
record FolderLetters(Path folder, InstantSource clock) implements Letters {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  @Override
  public Outcome send(Letter letter) {
    try {
      Files.createDirectories(folder);
      Path half = folder.resolve("." + letter.id() + ".part");
      try (OutputStream out = Files.newOutputStream(half)) {
        message(letter).writeTo(out);
      }
      Files.move(half, folder.resolve(letter.id() + ".eml"), StandardCopyOption.ATOMIC_MOVE);
      return new Outcome.Accepted("written into the folder of mails");
    } catch (IOException e) {
      throw new UncheckedIOException("the folder of mails cannot be used", e);
    } catch (MessagingException e) {
      throw new IllegalStateException("a letter cannot be made a mail", e);
    }
  }

  private MimeMessage message(Letter letter) throws MessagingException {
    var message = new MimeMessage(Session.getInstance(new Properties()));
    message.setFrom(new InternetAddress("gistmill@localhost"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress(letter.address()));
    message.setSubject(letter.subject(), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setText(letter.text(), UTF_8);
    return message;
  }
}
