package io.gistmill.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.processes.Http;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Follows `write-a-classifier.md` to the letter, from an empty folder to the page.
@Timeout(300)
class TutorialTest {

  private static final Path ROOT =
      Path.of(System.getProperty("gistmill.root", "../..")).toAbsolutePath();

  private static final Path PAGE = ROOT.resolve("docs/tutorial/write-a-classifier.md");
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @TempDir Path temp;

  private final List<Process> started = new ArrayList<>();
  private String printed = "";

  @Test
  void whoFollowsThePageSeesTheTopic() throws IOException, InterruptedException {
    // given
    int port = freePort();
    Path folder = Files.createDirectory(temp.resolve("empty"));
    var shell = new Shell(folder, Files.createDirectory(temp.resolve("printed")), port);

    // when
    try {
      for (Block block : Block.of(Files.readString(PAGE))) {
        follow(block, shell, port);
      }
    } finally {
      for (Process process : started) {
        Shell.stop(process);
      }
    }

    // then
    assertThat(started).as("the page starts the demo").hasSize(1);
    assertThat(shell.folder()).isEqualTo(folder.resolve("weather").toRealPath());
  }

  private void follow(Block block, Shell shell, int port)
      throws IOException, InterruptedException {
    if (block.kind().startsWith("shows=")) {
      assertThat(shell.folder().resolve(block.named("shows="))).hasContent(block.text());
    } else if (block.kind().startsWith("write=")) {
      Files.writeString(shell.folder().resolve(block.named("write=")), block.text());
    } else if (block.kind().startsWith("page=")) {
      awaitPage(URI.create("http://localhost:" + port + block.named("page=")), block.text());
    } else if (block.kind().equals("output")) {
      assertThat(printed.lines()).containsSubsequence(block.text().lines().toList());
    } else if (block.kind().equals("demo")) {
      started.add(shell.start(block.text(), temp.resolve("demo.log")));
      await("demo").atMost(PATIENCE).until(() -> demoSays("The first digests are on"));
    } else {
      assertThat(block.language() + block.kind()).isEqualTo("sh");
      printed = shell.run(block.text());
    }
  }

  private boolean demoSays(String line) throws IOException {
    String said = Files.readString(temp.resolve("demo.log"));
    assertThat(started.getLast().isAlive()).as(said).isTrue();
    return said.contains(line);
  }

  private static void awaitPage(URI page, String text) {
    await(page.toString())
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(Http.get(page).body()).contains(text.strip()));
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Test
  void itsProjectNamesVersionsThatGistmillIsBuiltWith() throws IOException {
    // given
    String pom = Files.readString(ROOT.resolve("pom.xml"));
    String page = Files.readString(PAGE);

    // when
    List<String> versions =
        Pattern.compile("<artifactId>[^<]+</artifactId>\\s*<version>([^<]+)</version>")
            .matcher(page)
            .results()
            .map(found -> found.group(1))
            .filter(version -> !version.equals("1"))
            .toList();

    // then
    assertThat(versions).hasSize(5).allMatch(version -> pom.contains(">" + version + "<"));
  }
}
