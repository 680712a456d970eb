package io.gistmill.launcher.shadow;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Json;
import io.gistmill.launcher.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ShadowCommandTest {

  private static final String POSTS =
      """
      {"published":"2025-03-05T08:00:00Z","text":"We fed the sourdough starter.","link":"https://example.org/1","author":"<b>Ada</b>"}
      {"published":"2025-03-05T08:00:00Z","text":"Sourdough again.","link":"javascript:alert(1)"}
      {"published":"2025-03-05T08:00:00Z","text":"RAG with hybrid search, embeddings and a reranker over our knowledge base."}
      """;

  private static final String OWN =
      """
      topics:
        - slug: sourdough
          names: {en: Sourdough}
          definition: {en: Bread with wild yeast.}
          terms:
            - {weight: 3, en: [sourdough]}
      """;

  @TempDir private Path temp = Path.of("");
  private Path posts = Path.of("");
  private Path candidate = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void write() throws IOException {
    posts = Files.writeString(temp.resolve("posts.jsonl"), POSTS);
    Files.writeString(temp.resolve("own.yaml"), OWN);
    candidate =
        Files.writeString(
            temp.resolve("candidate.yaml"),
            "classifiers:\n  taxonomy: {add: own.yaml}\n  trained:\n");
    out = temp.resolve("out");
  }

  @Test
  void newTopicIsShownWithItsPosts() throws IOException {
    CommandRun run = CommandRun.of("shadow", "--with", candidate, posts, "--out", out);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("2 of 3 posts would change", "sourdough would be added to 2 posts", "cost");
    JsonNode json = Json.MAPPER.readTree(Files.readString(out.resolve("shadow.json")));
    assertThat(json.path("changed").asInt()).isEqualTo(2);
    JsonNode topic =
        json.path("topics")
            .valueStream()
            .filter(one -> one.path("topic").asString().equals("sourdough"))
            .findFirst()
            .orElseThrow();
    assertThat(topic.path("added").asInt()).isEqualTo(2);
    assertThat(topic.path("removed").asInt()).isZero();
    assertThat(json.path("costs").valueStream().map(cost -> cost.path("posts").asInt()))
        .containsOnly(3);
  }

  @Test
  void pageNeedsNothingElseAndTrustsNobody() throws IOException {
    CommandRun.of("shadow", "--with", candidate, posts, "--out", out);

    Document page = Jsoup.parse(Files.readString(out.resolve("shadow.html")));
    assertThat(page.select("script, link, img, iframe, [src], b")).isEmpty();
    assertThat(page.select("a[href]").eachAttr("href")).containsExactly("https://example.org/1");
    assertThat(page.text()).contains("sourdough would be added to 2 posts", "<b>Ada</b>");
  }

  @Test
  void twoCandidatesCanBeCompared() throws IOException {
    Path strict =
        Files.writeString(
            temp.resolve("strict.yaml"),
            "classifiers:\n  taxonomy:\n  trained:\nthresholds: {rag: 1}\n");

    CommandRun run = CommandRun.of("shadow", "--with", strict, "--against", candidate, posts);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("rag would be removed from 1 post", "sourdough would be removed from 2 posts");
  }

  @Test
  void unreadablePostsAreTold() throws IOException {
    Files.writeString(posts, POSTS + "{broken\n");

    CommandRun run = CommandRun.of("shadow", "--with", candidate, posts);

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).contains("posts.jsonl, line 4:");
    assertThat(run.out()).contains("on 3 posts of");
  }

  @Test
  void contradictionsAreNamed() {
    CommandRun run = CommandRun.of("shadow", "--with", candidate, posts, "--live", "--for", "PT1S");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--since and --live are for the log; leave FILE out");
  }

  @Test
  void clusterThatDoesNotAnswerIsNamed() {
    CommandRun run =
        CommandRun.of("shadow", "--with", candidate, "--set", "kafka.bootstrap=127.0.0.1:1");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("127.0.0.1:1 does not give gistmill.tagged", "start Gistmill");
  }

  @Test
  void helpFitsATerminal() {
    CommandRun run = CommandRun.of("shadow", "--help");

    assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(run.out()).contains("Exit status");
  }
}
