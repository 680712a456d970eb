package io.gistmill.classifier.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSourceTest {

  @TempDir private Path folder;

  @Test
  void aSecretComesFromAFileWithoutTheSpaceAroundIt() throws IOException {
    Files.writeString(folder.resolve("key"), " k3y\n", UTF_8);

    Secret secret = new SecretSource(folder.resolve("key"), null).read(Map.of());

    assertThat(secret.reveal()).isEqualTo("k3y");
    assertThat(secret).hasToString("***");
  }

  @Test
  void aSecretComesFromAVariable() {
    Secret secret = new SecretSource(null, "KEY").read(Map.of("KEY", "k3y"));

    assertThat(secret.reveal()).isEqualTo("k3y");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "two words", "line\r\nX-Other: 1", "schlüssel"})
  void whatNoHeaderCanCarryIsRefusedWithoutBeingShown(String value) {
    var source = new SecretSource(null, "KEY");

    assertThatThrownBy(() -> source.read(Map.of("KEY", value)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the variable KEY should hold one word of visible ASCII characters, and nothing else");
  }
}
