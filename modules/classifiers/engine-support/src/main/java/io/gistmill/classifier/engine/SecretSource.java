package io.gistmill.classifier.engine;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where a secret is read from: a file or a variable of the environment, never the settings
/// themselves, which may be shown and copied.
///
/// @param file null where the secret stands elsewhere
/// @param variable null where the secret stands elsewhere
public record SecretSource(@Nullable Path file, @Nullable String variable) {

  private static final int MAX_BYTES = 16 << 10;

  /// Reads the settings `NAME-file` and `NAME-env`.
  ///
  /// @param folder of the plug-in, against which the file is resolved
  public static Optional<SecretSource> of(Section section, String name, Path folder) {
    Optional<String> file = section.optionalText(name + "-file");
    Optional<String> variable = section.optionalText(name + "-env");
    if (file.isPresent() && variable.isPresent()) {
      section.mistake(name + "-env", "stands beside " + name + "-file; keep one of them");
    }
    if (file.isEmpty() && variable.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SecretSource(file.map(folder::resolve).orElse(null), variable.orElse(null)));
  }

  /// @throws IllegalArgumentException naming the place and the mend, never the secret
  public Secret read(Map<String, String> environment) {
    String text = file == null ? fromVariable(environment) : fromFile(file);
    String stripped = text.strip();
    if (stripped.isEmpty() || !stripped.chars().allMatch(c -> c > ' ' && c < 0x7F)) {
      throw new IllegalArgumentException(
          place() + " should hold one word of visible ASCII characters, and nothing else");
    }
    return new Secret(stripped);
  }

  private String fromVariable(Map<String, String> environment) {
    String value = environment.get(String.valueOf(variable));
    if (value == null) {
      throw new IllegalArgumentException(place() + " is not set; set it where Gistmill is started");
    }
    return value;
  }

  private String fromFile(Path path) {
    try {
      if (Files.size(path) > MAX_BYTES) {
        throw new IllegalArgumentException(place() + " is too large to be a secret");
      }
      return Files.readString(path);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(place() + " holds no text", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          place() + " cannot be read: is it there, and may Gistmill read it?", e);
    }
  }

  private String place() {
    return file == null ? "the variable " + variable : "the file " + file;
  }
}
