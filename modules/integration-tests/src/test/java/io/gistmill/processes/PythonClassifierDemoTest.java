package io.gistmill.processes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.testsupport.process.PythonClassifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The classifier in Python of the documentation serves a running demo: its topics and the words
/// that speak for them are on the pages.
@Timeout(300)
class PythonClassifierDemoTest {

  private static final Path ROOT = Path.of(System.getProperty("gistmill.root", "../.."));
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @Test
  void itsTagsAndEvidenceAreOnThePage(@TempDir Path folder) throws IOException {
    // given
    Optional<PythonClassifier> started = PythonClassifier.start(ROOT);
    assumeThat(started).as("python3 is on this machine").isPresent();
    try (PythonClassifier python = started.get()) {
      Path plugin = Files.createDirectories(folder.resolve("plugins/words"));
      Files.writeString(plugin.resolve("classifier.yml"), python.settings(), UTF_8);

      // when
      try (GistmillProcess demo = demo(folder)) {
        URI pages = URI.create(demo.jvm().awaitLine("  pages ").replaceAll(".*(?=http)", ""));
        demo.jvm().awaitLine("The first digests are on");
        String post = await().atMost(PATIENCE).until(() -> anyPost(pages), id -> !id.isEmpty());

        // then
        JsonNode said = tag(get(pages.resolve("/api/posts/" + post)));
        assertThat(said.path("classifier").asString()).startsWith("words@");
        String words = said.at("/evidence/0/text").asString();
        assertThat(words).isNotEmpty();
        assertThat(get(pages.resolve("/posts/" + post)))
            .contains("On phones and laptops", "words@", ">" + words + "</mark>");
        assertThat(get(pages.resolve("/api/topics"))).contains("on-device", "costs");
      }
    }
  }

  private static GistmillProcess demo(Path folder) {
    return GistmillProcess.start(
        folder.resolve("demo.log"),
        "demo",
        "--port",
        "0",
        "--data",
        folder.resolve("demo").toString(),
        "--plugins",
        folder.resolve("plugins").toString());
  }

  /// The id of a post in which a telephone stands; empty while there is none.
  private static String anyPost(URI pages) {
    JsonNode found = read(get(pages.resolve("/api/search?q=phone")));
    return found.findValuesAsString("id").stream().findFirst().orElse("");
  }

  private static JsonNode tag(String post) {
    return read(post)
        .path("topics")
        .valueStream()
        .filter(tag -> tag.path("topic").asString("").equals("on-device"))
        .findFirst()
        .orElseThrow(() -> new AssertionError(post));
  }

  private static JsonNode read(String json) {
    return JsonMapper.shared().readTree(json);
  }

  private static String get(URI url) {
    try {
      HttpResponse<String> answer = Http.get(url);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
