package io.gistmill.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DockerfileTest {

  private static final Dockerfile IMAGE = Dockerfile.read();

  @Test
  void imagesBelowArePinnedToTheVersionOfJava() {
    assertThat(IMAGE.all("FROM")).hasSize(2).allMatch(from -> from.matches("[a-z/-]+:[^ ]*25.*"));
  }

  @Test
  void imageIsBuiltAsTheStartScriptBuilds() {
    String script = DeployFiles.read("gistmill");

    List<String> steps = IMAGE.all("RUN").getFirst().lines().toList();

    for (String option :
        List.of(
            "--also-make",
            "--projects modules/launcher",
            "-Pprogram",
            "-Dmaven.test.skip",
            "-Dspotless.check.skip package")) {
      assertThat(script).contains(option);
      assertThat(steps).singleElement().asString().contains(option);
    }
  }

  @Test
  void jvmGetsTheFlagsOfTheStartScript() {
    Pattern flags = Pattern.compile("--[a-z-]+=[\\w-]+|-XX:\\+\\w+GC");

    List<String> ofScript = found(flags, DeployFiles.read("gistmill"));

    assertThat(found(flags, DeployFiles.read("deploy/bin/gistmill")))
        .hasSize(3)
        .isSubsetOf(ofScript);
    assertThat(found(flags, IMAGE.all("ENV").getFirst())).hasSize(2).isSubsetOf(ofScript);
  }

  @Test
  void nobodyRunsAsRootAndDataLiesInAVolume() {
    assertThat(IMAGE.last("USER")).containsExactly("gistmill");
    assertThat(IMAGE.last("VOLUME")).containsExactly("/data");
    assertThat(IMAGE.last("WORKDIR")).containsExactly("/data");
  }

  @Test
  void signalsReachTheProgram() {
    // As a list, no shell stands between; the script itself ends in exec.
    assertThat(IMAGE.last("ENTRYPOINT")).containsExactly("[\"/opt/gistmill/bin/gistmill\"]");
    assertThat(IMAGE.last("STOPSIGNAL")).containsExactly("SIGTERM");
  }

  @Test
  void healthIsReadinessOnThePortThatIsExposed() {
    int port = Settings.read(IMAGE.environment()).http().port();

    assertThat(IMAGE.last("HEALTHCHECK"))
        .singleElement()
        .asString()
        .endsWith("CMD [\"/opt/gistmill/bin/ready\"]");
    assertThat(IMAGE.last("EXPOSE")).containsExactly(Integer.toString(port));
    assertThat(DeployFiles.read("deploy/bin/ready")).contains("GISTMILL_HTTP_PORT:-" + port);
  }

  @Test
  void whatIsCopiedIsThere() {
    assertThat(IMAGE.last("COPY"))
        .contains("deploy/bin/ /opt/gistmill/bin/")
        .anyMatch(copy -> copy.contains("/build/modules/launcher/target/program/app/*.jar"));
    assertThat(DeployFiles.at("deploy/bin/gistmill")).isExecutable();
    assertThat(DeployFiles.at("deploy/bin/ready")).isExecutable();
  }

  @Test
  void secretsStayOutOfTheImage() {
    List<String> ignored = DeployFiles.read(".dockerignore").lines().toList();

    assertThat(ignored).contains(".env", ".git", ".gistmill", "**/target");
    assertThat(DeployFiles.read(".gitignore").lines()).contains(".env");
    assertThat(Stream.of("pom.xml", "modules", "samples", ".mvn")).noneMatch(ignored::contains);
  }

  @Test
  void variablesAreSettings() {
    Map<String, String> variables = IMAGE.environment();

    assertThat(Settings.read(variables).http().host()).isEqualTo("0.0.0.0");
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(match -> match.group()).distinct().toList();
  }
}
