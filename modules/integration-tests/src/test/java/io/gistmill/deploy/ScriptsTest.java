package io.gistmill.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The two scripts of the image, with a Java that only says what it was asked, and with a server
/// that only answers.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
@DisabledOnOs(OS.WINDOWS)
class ScriptsTest {

  private record Outcome(int status, String said) {}

  @TempDir Path temp;

  @Test
  void argumentsAndFlagsReachJava() throws Exception {
    Path script = installed("printf '%s\\n' \"$@\"");

    Outcome outcome =
        run(Map.of("JAVA_HOME", temp.resolve("jdk").toString()), script, "replay", "an archive.md");

    assertThat(outcome.said().lines())
        .contains("-XX:MaxRAMPercentage=50", "-XX:+UseSerialGC")
        .endsWith(
            "-cp",
            temp.toRealPath() + "/app/lib/*",
            "io.gistmill.launcher.Main",
            "replay",
            "an archive.md");
  }

  @Test
  void optionsOfTheOperatorReplaceTheLimitOfTheHeap() throws Exception {
    Path script = installed("printf '%s\\n' \"$@\"");

    Outcome outcome =
        run(
            Map.of(
                "JAVA_HOME", temp.resolve("jdk").toString(), "GISTMILL_JAVA_OPTS", "-Xmx1g -Da=b"),
            script,
            "run");

    assertThat(outcome.said().lines())
        .contains("-Xmx1g", "-Da=b")
        .noneMatch(flag -> flag.contains("RAM"));
  }

  @Test
  void signalsReachJavaAndItsStatusIsThatOfTheScript() throws Exception {
    Path script = installed("trap 'exit 7' TERM\necho started\nwhile :; do read -r line; done");
    Process process =
        start(Map.of("JAVA_HOME", temp.resolve("jdk").toString()), List.of(script.toString()));
    assertThat(process.inputReader(StandardCharsets.UTF_8).readLine()).isEqualTo("started");

    process.destroy();

    assertThat(process.waitFor()).isEqualTo(7);
  }

  @Test
  void readyIsReady() throws Exception {
    HttpServer server = answering(200, "{\"ready\":true}");
    try {
      Outcome outcome = ready(server.getAddress().getPort());

      assertThat(outcome).isEqualTo(new Outcome(0, ""));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void notReadySaysWhy() throws Exception {
    HttpServer server =
        answering(503, "{\"ready\":false,\"services\":{\"desk\":[\"REBALANCING\"]}}");
    try {
      Outcome outcome = ready(server.getAddress().getPort());

      assertThat(outcome.status()).isEqualTo(1);
      assertThat(outcome.said().strip()).endsWith("{\"desk\":[\"REBALANCING\"]}}");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void nobodyThereIsNotReady() throws Exception {
    int free;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }

    Outcome outcome = ready(free);

    assertThat(outcome.status()).isNotZero();
  }

  private Path installed(String java) throws IOException {
    Path script = temp.resolve("app/bin/gistmill");
    Files.createDirectories(script.getParent());
    Files.copy(DeployFiles.at("deploy/bin/gistmill"), script);
    executable(script);
    Path fake = temp.resolve("jdk/bin/java");
    Files.createDirectories(fake.getParent());
    Files.writeString(fake, "#!/usr/bin/env bash\n" + java + "\n");
    executable(fake);
    return script;
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static HttpServer answering(int status, String body) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/health/ready",
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static Outcome ready(int port) throws Exception {
    return run(
        Map.of("GISTMILL_HTTP_PORT", Integer.toString(port)), DeployFiles.at("deploy/bin/ready"));
  }

  private static Outcome run(Map<String, String> environment, Path script, String... arguments)
      throws Exception {
    List<String> command = new ArrayList<>(List.of(script.toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    Process process = start(environment, command);
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), said);
  }

  private static Process start(Map<String, String> environment, List<String> command)
      throws IOException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("GISTMILL_"));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
