package io.gistmill.launcher.replay;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Files in UTF-8. Half a character, as one post of a JSON archive can hold it, becomes a question
/// mark: it must not keep all other posts from being written.
final class Utf8 {

  private Utf8() {}

  /// The caller closes it.
  static BufferedWriter writer(Path file) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
  }

  static void write(Path file, String text) throws IOException {
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }
}
