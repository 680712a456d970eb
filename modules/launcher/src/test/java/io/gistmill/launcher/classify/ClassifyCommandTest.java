package io.gistmill.launcher.classify;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Json;
import io.gistmill.launcher.CommandRun;
import io.gistmill.launcher.train.Lessons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ClassifyCommandTest {

  @TempDir private static Path models = Path.of("");
  @TempDir private Path temp = Path.of("");

  @BeforeAll
  static void train() throws IOException {
    train(Lessons.posts(models), "many.model");
    train(Lessons.classes(models), "one.model");
  }

  private static void train(Path data, String name) {
    CommandRun run =
        CommandRun.of("train", "--no-check", "--data", data, "--out", models.resolve(name));
    assertThat(run.status()).as(run.err()).isZero();
  }

  @Test
  void everyLineOfTextGetsALine() throws IOException {
    Path posts = write("posts.txt", "dough in the oven\nthe telescope and a comet\n");

    CommandRun run = CommandRun.of("classify", "--model", models.resolve("many.model"), posts);

    assertThat(run.status()).as(run.err()).isZero();
    List<JsonNode> lines = lines(run.out());
    assertThat(lines).extracting(line -> line.path("ordinal").asInt()).containsExactly(1, 2);
    JsonNode topic = lines.getFirst().path("topics").get(0);
    assertThat(topic.path("topic").asString()).isEqualTo("baking");
    assertThat(topic.path("confidence").asDouble()).isBetween(0.3, 1.0);
    assertThat(topic.path("words").valueStream().map(JsonNode::asString))
        .isNotEmpty()
        .allMatch("dough in the oven"::contains);
    assertThat(topic.path("like").path("text").asString()).containsAnyOf("dough", "oven");
    assertThat(topic.path("like").path("similarity").asDouble()).isBetween(0.5, 1.0);
  }

  @Test
  void whatCannotBeReadHasAnErrorInItsPlace() throws IOException {
    Path posts =
        write(
            "posts.jsonl",
            "{\"id\":\"p\",\"text\":\"pedal and saddle\"}\n\n{broken\n{\"text\":\""
                + "x".repeat(300_000)
                + "\"}\n{\"text\":\"half a character: \\ud83e\",\"quoted\":[\"moon\"]}\n");

    CommandRun run = CommandRun.of("classify", "--model", models.resolve("many.model"), posts);

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err()).isEqualTo("3 lines tell an error; see their field error\n");
    List<JsonNode> lines = lines(run.out());
    assertThat(lines).extracting(line -> line.path("line").asInt()).containsExactly(1, 2, 3, 4, 5);
    assertThat(lines)
        .extracting(line -> line.has("error"))
        .containsExactly(false, true, true, true, false);
    assertThat(lines.get(0).path("id").asString()).isEqualTo("p");
    assertThat(lines.get(1).path("error").asString()).startsWith("the line is empty");
    assertThat(lines.get(2).path("error").asString()).startsWith("the line is not sound JSON");
    assertThat(lines.get(3).path("error").asString()).startsWith("the post is longer than");
    assertThat(lines.get(4).path("ordinal").asInt()).isEqualTo(4);
  }

  @Test
  void modelOfSingleTopicsAlwaysGivesOne() throws IOException {
    Path posts = write("posts.jsonl", "{\"text\":\"zzz\"}\n{\"link\":\"https://a.example/1\"}\n");

    CommandRun run =
        CommandRun.of("classify", "--all", "--model", models.resolve("one.model"), posts);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(lines(run.out()))
        .hasSize(2)
        .allSatisfy(
            line -> {
              assertThat(line.path("topics").size()).isEqualTo(1);
              assertThat(line.path("confidences").size()).isEqualTo(3);
            });
  }

  @Test
  void installedClassifiersAreAskedAboutArchives() throws IOException {
    Path posts =
        write(
            "posts.md",
            "### 1\n\nAda Finch @ada 2025-05-06\n\nRAG with hybrid search, embeddings and a"
                + " reranker over our knowledge base.\n\n### 2\n\nBo Quill @bo 2025-05-06\n\nSoup.\n");
    Path out = temp.resolve("topics.jsonl");

    CommandRun run = CommandRun.of("classify", posts, "--out", out);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).isEmpty();
    List<JsonNode> lines = lines(Files.readString(out));
    assertThat(lines).hasSize(2);
    assertThat(lines.getFirst().path("topics").get(0).path("topic").asString()).isEqualTo("rag");
  }

  @Test
  void optionsWithoutEffectAreRefused() throws IOException {
    Path posts = write("posts.txt", "words\n");
    Path model = models.resolve("one.model");

    CommandRun run =
        CommandRun.of("classify", "--model", model, "--sentences", "no", "--plugins", temp, posts);

    assertRefused(run, "--sentences=no and --model cannot be given together; leave one");
    assertRefused(run, "--plugins and --model cannot be given together; leave one");
  }

  @Test
  void namedFolderOfPluginsMustBeThere() throws IOException {
    Path posts = write("posts.txt", "words\n");
    Path absent = temp.resolve("absent");

    CommandRun run = CommandRun.of("classify", "--plugins", absent, posts);

    assertRefused(run, "--plugins: there is no folder " + absent + "; name the one that has");
  }

  @Test
  void filesThatCannotBeUsedAreNamed() throws IOException {
    Path posts = write("posts.txt", "words\n");
    Path absent = temp.resolve("absent.txt");

    assertRefused(CommandRun.of("classify", absent), "absent.txt does not exist");
    assertRefused(CommandRun.of("classify", "--model", posts, posts), "is no model of Gistmill");
    assertRefused(CommandRun.of("classify", "--model", absent, posts), "there is no such file");
    assertRefused(CommandRun.of("classify", "--all", posts), "--all needs --model");
    assertRefused(CommandRun.of("classify", posts, "--out", posts), "would be replaced");
  }

  private static void assertRefused(CommandRun run, String reason) {
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains(reason);
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(temp.resolve(name), text);
  }

  private static List<JsonNode> lines(String text) {
    return text.lines().map(Json.MAPPER::readTree).toList();
  }
}
