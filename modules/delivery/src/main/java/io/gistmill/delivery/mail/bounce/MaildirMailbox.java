package io.gistmill.delivery.mail.bounce;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// A Maildir, or a folder of `.eml` files: what a mail server on the same machine delivers into.
///
/// Handled mails lie in `handled` inside it.
public final class MaildirMailbox implements BounceMailbox {

  private static final int LARGEST = 1 << 20;
  private static final int MOST = 1_000;
  private static final String HANDLED = "handled";

  private final Path folder;

  public MaildirMailbox(Path folder) {
    this.folder = folder;
  }

  @Override
  public int take(Taker taker) throws IOException {
    Path handled = Files.createDirectories(folder.resolve(HANDLED));
    int taken = 0;
    for (Path file : files()) {
      taken += take(file, handled, taker) ? 1 : 0;
    }
    return taken;
  }

  private static boolean take(Path file, Path handled, Taker taker) throws IOException {
    String name = file.getFileName().toString();
    try (InputStream mail = Files.newInputStream(file)) {
      taker.take(name, mail.readNBytes(LARGEST));
    } catch (NoSuchFileException _) {
      // Another process took it.
      return false;
    }
    Files.move(file, handled.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    return true;
  }

  /// By name, which begins with the time in a Maildir.
  private List<Path> files() throws IOException {
    var found = new ArrayList<Path>();
    for (Path part : List.of(folder, folder.resolve("new"), folder.resolve("cur"))) {
      if (Files.isDirectory(part)) {
        try (Stream<Path> files = Files.list(part)) {
          files.filter(file -> isMail(part, file)).forEach(found::add);
        }
      }
    }
    found.sort(Comparator.comparing(file -> file.getFileName().toString()));
    return found.subList(0, Math.min(MOST, found.size()));
  }

  private boolean isMail(Path part, Path file) {
    String name = file.getFileName().toString();
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && !name.startsWith(".")
        && (!part.equals(folder) || name.endsWith(".eml"));
  }
}
