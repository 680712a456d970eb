package io.gistmill.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// `gistmill` in a checkout of its own, with JDKs and a Maven that only say what they were asked.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {

  private static final String OLD = "17.0.15";
  private static final String FIT = "25.0.3";
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  private static final FileTime AHEAD = FileTime.from(Instant.parse("2100-01-01T00:00:00Z"));

  private static final List<String> TOOLS =
      List.of(
          "bash",
          "dirname",
          "find",
          "flock",
          "grep",
          "locale",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "touch");

  @TempDir Path temp;
  private Path root = Path.of("");
  private Path bin = Path.of("");
  private Path home = Path.of("");
  private final Map<String, String> environment = new TreeMap<>();

  private record Outcome(int status, String out, String err) {}

  @BeforeEach
  void checkout() throws IOException {
    root = Files.createDirectories(temp.resolve("a check out"));
    bin = Files.createDirectories(temp.resolve("bin"));
    home = Files.createDirectories(temp.resolve("home"));
    Path script = Path.of(System.getProperty("gistmill.root", "."), "gistmill");
    Files.copy(script, root.resolve("gistmill"), StandardCopyOption.COPY_ATTRIBUTES);
    source("pom.xml");
    source("modules/launcher/pom.xml");
    source("modules/launcher/src/main/java/Main.java");
    tools();
    maven();
    environment.put("JAVA_HOME", jdk("jdk-25", FIT).toString());
  }

  @Test
  void firstStartBuildsAndLaterOnesDoNot() throws Exception {
    Outcome first = run("replay", "an archive.md");
    Outcome second = run("--version");

    assertThat(first.status()).as(first.err()).isZero();
    assertThat(first.err()).contains("Building Gistmill", "maven called in " + root);
    assertThat(first.out()).endsWith("io.gistmill.launcher.Main|replay|an archive.md|\n");
    assertThat(second.err()).isEmpty();
    assertThat(second.out()).endsWith("io.gistmill.launcher.Main|--version|\n");
  }

  @Test
  void changedSourceIsBuiltAgainAndStaleJarsGo() throws Exception {
    run("--version");
    Path stale =
        Files.createFile(root.resolve("modules/launcher/target/program/app/stale-1.0.jar"));
    source("modules/launcher/src/main/java/Main.java");
    touch("modules/launcher/src/main/java/Main.java", AHEAD);

    Outcome again = run("--version");

    assertThat(again.err()).contains("maven called");
    assertThat(stale).doesNotExist();
    assertThat(root.resolve("modules/launcher/target/program/app/gistmill.jar")).exists();
  }

  @Test
  void changedTestIsNoReasonToBuild() throws Exception {
    run("--version");
    String test = "modules/launcher/src/test/java/MainTest.java";
    source(test);
    touch(test, AHEAD);

    Outcome again = run("--version");

    assertThat(again.err()).isEmpty();
  }

  @Test
  void symbolicLinkFromElsewhereFindsTheCheckout() throws Exception {
    Path link = Files.createSymbolicLink(bin.resolve("mill"), root.resolve("gistmill"));

    Outcome outcome = start(link, temp, List.of("--version"));

    assertThat(outcome.status()).as(outcome.err()).isZero();
    assertThat(outcome.err()).contains("maven called in " + root);
  }

  @Test
  void jdkOnThePathIsFoundThroughItsLink() throws Exception {
    environment.remove("JAVA_HOME");
    Path fit = jdk("jdk-on-path", FIT);
    Files.createSymbolicLink(bin.resolve("java"), fit.resolve("bin/java"));

    Outcome outcome = run("--version");

    assertThat(outcome.err()).contains("with " + fit);
  }

  @Test
  void olderJdkIsPassedOver() throws Exception {
    environment.put("JAVA_HOME", jdk("jdk-17", OLD).toString());
    Path fit = jdk("jdk-on-path", FIT);
    Files.createSymbolicLink(bin.resolve("java"), fit.resolve("bin/java"));

    Outcome outcome = run("--version");

    assertThat(outcome.err()).contains("with " + fit);
  }

  @Test
  void missingMavenIsNamed() throws Exception {
    Files.delete(bin.resolve("mvn"));

    Outcome outcome = run("--version");

    assertThat(outcome.status()).isEqualTo(1);
    assertThat(outcome.err()).contains("Maven is missing", "Install Maven 3.8.7");
    assertThat(outcome.out()).isEmpty();
  }

  @Test
  void failedBuildStartsNothingAndIsTriedAgain() throws Exception {
    program(bin.resolve("mvn"), "echo 'no such library' >&2; exit 1");
    Outcome failed = run("--version");
    maven();

    Outcome again = run("--version");

    assertThat(failed.status()).isEqualTo(1);
    assertThat(failed.err()).contains("no such library", "the build failed");
    assertThat(failed.out()).isEmpty();
    assertThat(again.err()).contains("maven called");
  }

  @Test
  void concurrentFirstStartsBuildOnce() throws Exception {
    Process one = process(root.resolve("gistmill"), root, List.of("one"));
    Process two = process(root.resolve("gistmill"), root, List.of("two"));

    Outcome first = outcome(one);
    Outcome second = outcome(two);

    assertThat(first.status()).as(first.err()).isZero();
    assertThat(second.status()).as(second.err()).isZero();
    assertThat((first.err() + second.err()).split("maven called", -1)).hasSize(2);
  }

  @Test
  void flagsAndFolderForTemporaryFilesReachTheJvm() throws Exception {
    environment.put("TMPDIR", temp.resolve("big disk").toString());
    environment.put("GISTMILL_JAVA_OPTS", "-Xmx2g -Dgistmill.log=INFO");

    Outcome outcome = run("--version");

    assertThat(outcome.out())
        .contains("|-Xmx2g|-Dgistmill.log=INFO|-Djava.io.tmpdir=" + temp.resolve("big disk") + "|")
        .contains("|--enable-native-access=ALL-UNNAMED|", "|-XX:+UseSerialGC|");
  }

  private void source(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.resolve("..").normalize());
    Files.writeString(file, name);
    touch(name, LONG_AGO);
  }

  private void touch(String name, FileTime time) throws IOException {
    Files.setLastModifiedTime(root.resolve(name), time);
  }

  private void maven() throws IOException {
    program(
        bin.resolve("mvn"),
        """
        echo "maven called in $PWD with $JAVA_HOME" >&2
        mkdir -p modules/launcher/target/program/app
        touch modules/launcher/target/program/app/gistmill.jar
        """);
  }

  private Path jdk(String name, String version) throws IOException {
    Path jdk = temp.resolve(name);
    Files.createDirectories(jdk.resolve("bin"));
    Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
    program(jdk.resolve("bin/javac"), "exit 1");
    program(jdk.resolve("bin/java"), "printf '%s|' \"$@\"; echo");
    return jdk;
  }

  private static void program(Path file, String text) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + text + "\n");
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }

  private Outcome run(String... arguments) throws IOException, InterruptedException {
    return start(root.resolve("gistmill"), temp, List.of(arguments));
  }

  private Outcome start(Path script, Path folder, List<String> arguments)
      throws IOException, InterruptedException {
    return outcome(process(script, folder, arguments));
  }

  /// Of the machine's own `PATH` only the tools that every system has, and no Maven.
  private Process process(Path script, Path folder, List<String> arguments) throws IOException {
    var command = new ArrayList<String>();
    command.add(script.toString());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("PATH", bin + ":" + temp.resolve("tools"));
    return builder.start();
  }

  private void tools() throws IOException {
    Path tools = Files.createDirectories(temp.resolve("tools"));
    for (String tool : TOOLS) {
      for (String folder : List.of("/bin", "/usr/bin")) {
        if (Files.exists(Path.of(folder, tool))) {
          program(tools.resolve(tool), "exec " + folder + "/" + tool + " \"$@\"");
        }
      }
    }
  }

  private static Outcome outcome(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    String out = text(process.getInputStream());
    String err = text(process.getErrorStream());
    return new Outcome(process.waitFor(), out, err);
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }
}
