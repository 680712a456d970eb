package io.gistmill.testsupport.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Properties;

/// The flags that every JVM of the project gets, as the build wrote them down.
final class JvmFlags {

  private JvmFlags() {}

  static List<String> ofTheProject() {
    var written = new Properties();
    try (InputStream in = JvmFlags.class.getResourceAsStream("jvm.properties")) {
      written.load(Objects.requireNonNull(in, "jvm.properties is not on the class path"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.of(written.getProperty("flags").split(" "));
  }
}
