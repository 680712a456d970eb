package io.gistmill.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What stands in the repository. Without Git, as in an archive of the sources, every file counts
/// that no build has made.
final class TrackedFiles {

  private static final Pattern MADE = Pattern.compile("(.*/)?(target|\\.git|out)/.*");
  private static final int SNIFFED = 8_000;

  private TrackedFiles() {}

  /// Paths from the root, with slashes.
  static List<String> all() throws IOException, InterruptedException {
    if (!Files.exists(MainClasses.ROOT.resolve(".git"))) {
      return walked();
    }
    Process git =
        new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
            .directory(MainClasses.ROOT.toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String names = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (git.waitFor() != 0) {
      throw new IllegalStateException("git ls-files failed");
    }
    return Stream.of(names.split("\0"))
        .filter(name -> Files.isRegularFile(MainClasses.ROOT.resolve(name)))
        .sorted()
        .toList();
  }

  private static List<String> walked() throws IOException {
    try (Stream<Path> paths = Files.walk(MainClasses.ROOT)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> MainClasses.ROOT.relativize(path).toString().replace('\\', '/'))
          .filter(name -> !MADE.matcher(name).matches())
          .sorted()
          .toList();
    }
  }

  /// Documents, without samples and test data.
  static List<String> documents() throws IOException, InterruptedException {
    return all().stream()
        .filter(name -> name.endsWith(".md"))
        .filter(name -> !name.equals("samples/posts.md") && !name.contains("/src/"))
        .toList();
  }

  static String read(String name) {
    return read(MainClasses.ROOT.resolve(name));
  }

  static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /// A file that holds a zero near its start is no text.
  static boolean isText(String name) {
    try (var in = Files.newInputStream(MainClasses.ROOT.resolve(name))) {
      for (byte octet : in.readNBytes(SNIFFED)) {
        if (octet == 0) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
