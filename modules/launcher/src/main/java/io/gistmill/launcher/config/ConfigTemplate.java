package io.gistmill.launcher.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Objects;

/// A configuration in which every setting is explained.
public final class ConfigTemplate {

  private ConfigTemplate() {}

  public static String text(ZoneId zone) {
    try (InputStream file = ConfigTemplate.class.getResourceAsStream("gistmill.yaml")) {
      byte[] bytes = Objects.requireNonNull(file, "the jar lacks gistmill.yaml").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8).replace("@ZONE@", zone.getId());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
