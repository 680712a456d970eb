package io.gistmill.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.launcher.config.GistmillConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Settings that files and documents name are settings of the program.
class VariablesTest {

  static List<Path> files() {
    return Stream.of(
            DeployFiles.below("deploy").stream(),
            DeployFiles.below("docs").stream().filter(file -> file.toString().endsWith(".md")),
            Stream.of("docker-compose.yml", ".env.example", "README.md").map(DeployFiles::at))
        .flatMap(files -> files)
        .toList();
  }

  static List<Path> clusters() {
    return DeployFiles.below("deploy/kafka");
  }

  @ParameterizedTest
  @MethodSource("files")
  void everyVariableIsKnown(Path file) {
    Set<String> named = Settings.namedIn(DeployFiles.read(file));

    assertThat(Settings.unknown(named)).isEmpty();
  }

  @Test
  void unknownVariablesAreFound() {
    Set<String> named =
        Settings.namedIn("GISTMILL_HTTP_PROT=1, GISTMILL_HTTP_PORT, GISTMILL_KAFKA_PROPERTIES_...");

    assertThat(Settings.unknown(named)).containsExactly("GISTMILL_HTTP_PROT");
  }

  @ParameterizedTest
  @MethodSource("clusters")
  void examplesOfClustersAreConfigurations(Path file) {
    GistmillConfig config = Settings.read(file);

    assertThat(config.kafka().bootstrap()).isPresent();
    assertThat(config.kafka().properties()).containsKey("security.protocol");
  }
}
