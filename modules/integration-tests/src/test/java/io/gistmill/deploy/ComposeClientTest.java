package io.gistmill.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The compose file as the real client reads it, which needs no engine.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ComposeClientTest {

  private record Outcome(int status, String said) {}

  /// None, each alone, all.
  static List<List<String>> profiles() {
    List<String> all = Compose.read(Map.of()).profiles();
    return Stream.of(List.of(List.<String>of()), all.stream().map(List::of).toList(), List.of(all))
        .flatMap(List::stream)
        .distinct()
        .toList();
  }

  @ParameterizedTest
  @MethodSource("profiles")
  void clientAcceptsTheFile(List<String> profiles) throws Exception {
    assumeTrue(run("version").status() == 0, "the client 'docker compose' is not installed");
    List<String> arguments = new ArrayList<>();
    profiles.forEach(profile -> arguments.addAll(List.of("--profile", profile)));
    arguments.addAll(List.of("config", "--quiet"));

    Outcome outcome = run(arguments.toArray(String[]::new));

    assertThat(outcome.status()).as(outcome.said()).isZero();
  }

  private static Outcome run(String... arguments) throws InterruptedException {
    List<String> command = new ArrayList<>(List.of("docker", "compose"));
    command.addAll(List.of(arguments));
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(DeployFiles.ROOT.toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Outcome(process.waitFor(), said);
    } catch (IOException e) {
      return new Outcome(-1, "docker is not installed");
    }
  }
}
