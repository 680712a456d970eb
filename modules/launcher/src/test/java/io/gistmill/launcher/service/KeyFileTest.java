package io.gistmill.launcher.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.launcher.replay.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyFileTest {

  @TempDir private Path temp = Path.of("");

  @Test
  void aMissingFileIsMadeForItsOwnerAlone() throws IOException {
    // given
    Path file = temp.resolve("deep").resolve("master.key");

    // when
    byte[] secret = secret(file);

    // then
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(Files.readString(file, StandardCharsets.UTF_8)).matches("[0-9a-f]{64}\n");
    assertThat(secret(file)).isEqualTo(secret);
    assertThat(secret(temp.resolve("other.key"))).isNotEqualTo(secret);
  }

  @Test
  void processesThatStartAtOnceComeToOneKey() {
    // given
    Path file = temp.resolve("master.key");

    // when
    var secrets =
        Stream.generate(() -> file).limit(16).parallel().map(KeyFileTest::secret).toList();

    // then
    assertThat(secrets).allSatisfy(secret -> assertThat(secret).isEqualTo(secrets.getFirst()));
    assertThat(temp.toFile().list()).containsExactly("master.key");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "0123456789abcdef"})
  void aFileWithoutKeyIsRefusedWithTheMend(String content) throws IOException {
    // given
    Path file = Files.writeString(temp.resolve("master.key"), content, StandardCharsets.UTF_8);

    // then
    assertThatThrownBy(() -> KeyFile.open(file))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("openssl rand -hex 32");
  }

  private static byte[] secret(Path file) {
    return KeyFile.open(file).derive("test", "");
  }
}
