package io.gistmill.gateway.mail;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The `.eml` files of one folder. Safe for all threads; looks anew at each call.
public final class MailFolder {

  private static final Logger LOG = LoggerFactory.getLogger(MailFolder.class);
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9@+=_-][A-Za-z0-9@+=._-]*\\.eml");
  private static final int MOST = 200;
  private static final long LARGEST = 8L << 20;

  private final Path folder;

  public MailFolder(Path folder) {
    this.folder = folder;
  }

  public Path path() {
    return folder;
  }

  public boolean exists() {
    return Files.isDirectory(folder);
  }

  /// The last ones, newest first by name of file and then date; files that are no mail are left
  /// out.
  public List<Mail> list() {
    var mails = new ArrayList<Mail>();
    for (Path file : newest()) {
      read(file).ifPresent(mails::add);
    }
    mails.sort(Comparator.comparing(Mail::date).reversed().thenComparing(Mail::name));
    return mails;
  }

  private List<Path> newest() {
    if (!exists()) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> NAME.matcher(file.getFileName().toString()).matches())
          .sorted(Comparator.comparing(MailFolder::modified).reversed())
          .limit(MOST)
          .toList();
    } catch (IOException e) {
      LOG.warn("folder={} problem=\"mails cannot be listed\"", folder, e);
      return List.of();
    }
  }

  private static long modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      LOG.debug("file={} problem=\"gone\"", file, e);
      return 0;
    }
  }

  /// @param name of a file, without folders
  public Optional<Mail> find(String name) {
    return NAME.matcher(name).matches() ? read(folder.resolve(name)) : Optional.empty();
  }

  private static Optional<Mail> read(Path file) {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return Optional.empty();
      }
      try (InputStream input = Files.newInputStream(file)) {
        return Optional.of(
            MailReader.read(
                file.getFileName().toString(), Files.getLastModifiedTime(file).toInstant(), input));
      }
    } catch (IOException e) {
      LOG.warn("file={} problem=\"cannot be read as a mail\"", file, e);
      return Optional.empty();
    }
  }
}
