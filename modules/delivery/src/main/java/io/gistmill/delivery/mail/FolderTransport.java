package io.gistmill.delivery.mail;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Outcome.Accepted;
import io.gistmill.delivery.Outcome.Deferred;
import io.gistmill.delivery.Outcome.Reach;
import io.gistmill.delivery.Outcome.Refused;
import io.gistmill.delivery.Recipient;
import io.gistmill.delivery.Transport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;

/// Writes each mail into a folder as `<digest>.eml`: for a laptop, and for a look at what would be
/// sent. What is written again is written once; a reader never sees half a mail.
public final class FolderTransport implements Transport {

  private static final String SUFFIX = ".eml";
  private static final Pattern NO_NAME = Pattern.compile("[^A-Za-z0-9_-]");

  private final MailComposer composer;
  private final Path folder;

  /// @throws UncheckedIOException when the folder cannot be made
  public FolderTransport(MailComposer composer, Path folder) {
    this.composer = composer;
    this.folder = folder;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(folder + " cannot be made for mails: " + e.getMessage(), e);
    }
  }

  @Override
  public String destination(Recipient to) {
    return "folder";
  }

  /// Whoever has no address gets one on this machine: the mail goes nowhere.
  @Override
  public Outcome send(Message message, Recipient to) {
    return switch (composer.compose(message, address(to))) {
      case Composition.Unsendable(var reason, var address) -> new Refused(reason, address);
      case Composition.Mail mail -> put(message.id(), mail.bytes());
    };
  }

  private static String address(Recipient to) {
    var mailbox = to.contact().mailbox();
    return mailbox == null
        ? NO_NAME.matcher(to.subscriber()).replaceAll("_") + "@localhost"
        : mailbox.address();
  }

  private Outcome put(String digest, byte[] mail) {
    Path file = folder.resolve(digest + SUFFIX);
    if (Files.exists(file)) {
      return new Accepted("stands in " + file.getFileName() + " already");
    }
    try {
      Path half = folder.resolve("." + digest + ".part");
      Files.write(half, mail);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      return new Accepted("written as " + file.getFileName());
    } catch (IOException e) {
      return new Deferred("the folder of mails cannot be written: " + e, null, Reach.DESTINATION);
    }
  }

  @Override
  public void close() {}
}
