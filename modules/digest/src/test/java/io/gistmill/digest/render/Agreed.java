package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares what is rendered with what was agreed on; `-Drenderings.refresh=true` agrees on it
/// anew.
final class Agreed {

  private static final Path FOLDER = Path.of("src/test/resources/io/gistmill/digest/render");

  private Agreed() {}

  static void assertAgreed(String name, String rendered) {
    try {
      Path file = FOLDER.resolve(name);
      if (Boolean.getBoolean("renderings.refresh")) {
        Files.writeString(file, rendered);
      }
      assertThat(rendered).as(name).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
