package io.gistmill.launcher.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstanceTest {

  private static final URI HERE = URI.create("http://localhost:8080");

  @TempDir private Path home = Path.of("");

  @Test
  void tokenIsFoundByTheAddress() throws IOException {
    announce("demo", URI.create("http://localhost:9999"), "other");
    announce("data", HERE, "mine");

    assertThat(Instance.tokenOf(HERE, home)).contains("mine");
  }

  @Test
  void noteIsForItsOwnerAlone() throws IOException {
    announce("data", HERE, "mine");

    assertThat(Files.getPosixFilePermissions(home.resolve("data/instance.json")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void damagedNoteAndMissingHomeAreNoToken() throws IOException {
    Path data = Files.createDirectories(home.resolve("data"));
    Files.writeString(data.resolve("instance.json"), "{\"url\":");

    assertThat(Instance.tokenOf(HERE, home)).isEmpty();
    assertThat(Instance.tokenOf(HERE, home.resolve("absent"))).isEmpty();
  }

  @Test
  void laterNoteTakesThePlaceOfTheOlder() throws IOException {
    announce("data", HERE, "old");
    announce("data", HERE, "new");

    assertThat(Instance.in(home.resolve("data"))).contains(new Instance(HERE, "new"));
    assertThat(home.resolve("data")).isDirectoryContaining("glob:**/instance.json");
    assertThat(home.resolve("data")).isDirectoryNotContaining("glob:**/*.part");
  }

  private void announce(String folder, URI url, String token) throws IOException {
    new Instance(url, token).announce(Files.createDirectories(home.resolve(folder)));
  }
}
