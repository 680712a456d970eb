package io.gistmill.delivery.mail.bounce;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A Maildir, or a folder of `.eml` files: what a mail server on the same machine delivers into.
/// Whoever writes `.eml` files renames them into place, or has written them within ten seconds: a
/// younger one is left for a later visit.
///
/// Handled mails lie in `handled` inside it. One that cannot be read stays, and a line in the log
/// names it.
public final class MaildirMailbox implements BounceMailbox {

  private static final Logger LOG = LoggerFactory.getLogger(MaildirMailbox.class);
  private static final Duration SETTLED = Duration.ofSeconds(10);
  private static final int LARGEST = 1 << 20;
  private static final int MOST = 1_000;
  private static final int AT_ONCE = 50;
  private static final String HANDLED = "handled";

  private final Path folder;
  private final InstantSource clock;

  /// @param clock that of the file system
  public MaildirMailbox(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
  }

  @Override
  public int take(Taker taker) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException("the folder of bounces " + folder + " is not there");
    }
    Path handled = Files.createDirectories(folder.resolve(HANDLED));
    List<Path> files = files();
    int taken = 0;
    for (int from = 0; from < files.size(); from += AT_ONCE) {
      taken += take(files.subList(from, Math.min(from + AT_ONCE, files.size())), handled, taker);
    }
    return taken;
  }

  private static int take(List<Path> files, Path handled, Taker taker) throws IOException {
    var read = new ArrayList<Path>();
    var mails = new ArrayList<Mail>();
    for (Path file : files) {
      try (InputStream mail = Files.newInputStream(file)) {
        mails.add(new Mail(file.getFileName().toString(), mail.readNBytes(LARGEST)));
        read.add(file);
      } catch (NoSuchFileException _) {
        // Another process took it.
      } catch (IOException e) {
        LOG.warn("mail={} problem=\"it cannot be read, and stays\"", file.getFileName(), e);
      }
    }
    if (!mails.isEmpty()) {
      taker.take(mails);
    }
    for (Path file : read) {
      moveInto(handled, file);
    }
    return read.size();
  }

  private static void moveInto(Path handled, Path file) throws IOException {
    try {
      Files.move(file, handled.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException _) {
      // Another process took it at the same time: it counts once.
    }
  }

  /// By name, which begins with the time in a Maildir.
  private List<Path> files() throws IOException {
    var found = new ArrayList<Path>();
    for (Path part : List.of(folder, folder.resolve("new"), folder.resolve("cur"))) {
      if (Files.isDirectory(part)) {
        try (Stream<Path> files = Files.list(part)) {
          files
              .filter(file -> isMail(file) && (!part.equals(folder) || isWholeEml(file)))
              .forEach(found::add);
        }
      }
    }
    found.sort(Comparator.comparing(file -> file.getFileName().toString()));
    return found.subList(0, Math.min(MOST, found.size()));
  }

  private static boolean isMail(Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && !file.getFileName().toString().startsWith(".");
  }

  private boolean isWholeEml(Path file) {
    if (!file.getFileName().toString().endsWith(".eml")) {
      return false;
    }
    try {
      Instant written = Files.getLastModifiedTime(file).toInstant();
      return !written.isAfter(clock.instant().minus(SETTLED));
    } catch (IOException _) {
      // Another process took it.
      return false;
    }
  }
}
