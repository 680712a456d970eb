package io.gistmill.launcher.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.api.ClassifierFactory;
import io.gistmill.contracts.Json;
import io.gistmill.domain.Post;
import io.gistmill.launcher.CommandRun;
import io.gistmill.testsupport.JavaJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PluginsCommandTest {

  @TempDir private Path temp = Path.of("");

  @Test
  void listShowsOwnAndPluginsAndWhatCannotBeUsed() throws IOException {
    // given
    Path plugins = temp.resolve("plugins");
    Path sound = plugin("tea", skeleton("tea"), plugins.resolve("tea-words/tea.jar"));
    Files.createDirectory(plugins.resolve("empty"));

    // when
    CommandRun run = CommandRun.of("plugins", "list", "--plugins", plugins);

    // then
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out()).containsPattern("taxonomy +\\S+ +\\d+ +gistmill\n");
    assertThat(run.out()).containsPattern("tea +1 +1 +" + sound.getParent() + "\n");
    assertThat(run.out())
        .contains("cannot be used: plug-in 'empty' (" + plugins.resolve("empty") + "): the folder");
  }

  @Test
  void listAsJson() throws IOException {
    // given
    Path plugins = temp.resolve("plugins");
    plugin("tea", skeleton("tea"), plugins.resolve("tea/tea.jar"));

    // when
    CommandRun run = CommandRun.of("plugins", "list", "--json", "--plugins", plugins);

    // then
    assertThat(run.status()).isZero();
    JsonNode shown = Json.MAPPER.readTree(run.out());
    assertThat(shown.path("problems").isEmpty()).isTrue();
    assertThat(shown.path("classifiers").valueStream().map(one -> one.path("name").asString()))
        .contains("taxonomy", "tea");
  }

  @Test
  void verifyTellsEachPromise() throws IOException {
    // given
    Path jar = plugin("tea", skeleton("tea"), temp.resolve("tea.jar"));
    Path posts = Files.writeString(temp.resolve("posts.txt"), "A cup of tea\n");

    // when
    CommandRun run = CommandRun.of("plugins", "verify", jar, posts);

    // then
    assertThat(run.status()).as(run.out()).isZero();
    assertThat(run.out())
        .startsWith("tea@1 with the topics tea\nok    it can be loaded")
        .contains("ok    classifier 5: evidence stands in the post, where it says\n")
        .endsWith("tea@1 keeps what it promises\n");
  }

  @Test
  void verifyTellsWhatIsToBeMended() throws IOException {
    // given one that shifts its evidence
    String shifted = skeleton("tea").replace("word.start(),", "word.start() + 1,");
    Path jar = plugin("tea", shifted, temp.resolve("tea.jar"));
    Path posts = Files.writeString(temp.resolve("posts.txt"), "A cup of tea\n");

    // when
    CommandRun run = CommandRun.of("plugins", "verify", jar, posts);

    // then
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("FAIL  classifier 5: evidence stands in the post, where it says\n")
        .contains("      its evidence for 'tea' does not stand in the post")
        .endsWith("tea@1 breaks 1 of 20 promises\n");
  }

  @Test
  void verifyTellsThatNothingCanBeMade() throws IOException {
    // given
    String failing =
        skeleton("tea")
            .replace(
                "return posts -> posts.stream().map(this::outcome).toList();",
                "throw new IllegalStateException(\"no model\");");
    Path jar = plugin("tea", failing, temp.resolve("tea.jar"));

    // when
    CommandRun run = CommandRun.of("plugins", "verify", jar);

    // then
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).contains("it threw java.lang.IllegalStateException: no model");
  }

  @Test
  void verifyTellsWhyItCannotBeLoaded() throws IOException {
    // given
    Path jar = Files.writeString(temp.resolve("tea.jar"), "no jar");

    // when
    CommandRun run = CommandRun.of("plugins", "verify", jar);

    // then
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out()).startsWith("FAIL  it can be loaded\n      plug-in 'tea.jar'");
  }

  @Test
  void tryAsJsonHasALineForEachPost() throws IOException {
    // given
    Path jar = plugin("tea", skeleton("tea"), temp.resolve("tea.jar"));
    Path posts =
        Files.writeString(
            temp.resolve("posts.jsonl"), "{\"id\":\"p1\",\"text\":\"Tea\"}\n{broken\n");

    // when
    CommandRun run = CommandRun.of("plugins", "try", jar, posts, "--json");

    // then
    assertThat(run.status()).isEqualTo(3);
    List<JsonNode> lines = run.out().lines().map(Json.MAPPER::readTree).toList();
    assertThat(lines).hasSize(2);
    JsonNode tag = lines.getFirst().path("tags").get(0);
    assertThat(tag.path("topic").asString()).isEqualTo("tea");
    assertThat(tag.path("evidence").get(0).path("text").asString()).isEqualTo("Tea");
    assertThat(lines.getLast().path("errors").get(0).asString()).contains("not sound JSON");
  }

  @Test
  void tryShowsFailuresInTheirPlace() throws IOException {
    // given
    String throwing =
        skeleton("tea")
            .replace(
                "List<Evidence> found =",
                "if (!post.text().isEmpty()) { throw new IllegalStateException(\"hot\"); }"
                    + " List<Evidence> found =");
    Path jar = plugin("tea", throwing, temp.resolve("tea.jar"));
    Path posts = Files.writeString(temp.resolve("posts.txt"), "A cup of tea\n");

    // when
    CommandRun run = CommandRun.of("plugins", "try", jar, posts);

    // then
    assertThat(run.status()).isEqualTo(3);
    assertThat(run.out())
        .startsWith("1  A cup of tea\n   FAILED  tea@1: it threw")
        .contains("hot")
        .endsWith("1 posts: 0 got topics, 1 failed\n");
  }

  @Test
  void checkTellsWhatCannotBeUsed() throws IOException {
    // given
    Path plugins = temp.resolve("plugins");
    Files.createDirectories(plugins.resolve("empty"));

    // when
    CommandRun run =
        CommandRun.of(
            "check",
            "--port",
            "0",
            "--data",
            temp.resolve("data"),
            "--set",
            "broker.port=0",
            "--set",
            "classifier.plugins=" + plugins);

    // then
    assertThat(run.status()).isEqualTo(1);
    assertThat(run.out())
        .contains("FAIL  plugins  plug-in 'empty'", "put the plug-in's jars there");
  }

  @Test
  void whatIsNotThereIsTold() {
    CommandRun run = CommandRun.of("plugins", "verify", temp.resolve("absent.jar"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("absent.jar does not exist; name the jar of a plug-in");
  }

  @Test
  void newWritesOverNothing() throws IOException {
    // given
    Path pom = Files.writeString(temp.resolve("pom.xml"), "mine");

    // when
    CommandRun run = CommandRun.of("plugins", "new", "hot-tea", temp);

    // then
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("is there already");
    assertThat(pom).hasContent("mine");
    assertThat(Files.exists(temp.resolve("src"))).isFalse();
  }

  @Test
  void newNamesClassesAfterTheClassifier() throws IOException {
    // given
    Path folder = temp.resolve("new");

    // when
    CommandRun run = CommandRun.of("plugins", "new", "hot-tea", folder);

    // then
    assertThat(run.status()).as(run.err()).isZero();
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> "" + file.getFileName()))
          .containsExactlyInAnyOrder(
              "pom.xml",
              "HotTeaFactory.java",
              "HotTeaContractTest.java",
              ClassifierFactory.class.getName());
    }
    assertThat(folder.resolve("src/main/java/com/example/hottea/HotTeaFactory.java"))
        .content()
        .contains("package com.example.hottea;", "return \"hot-tea\";");
  }

  @Test
  void newRefusesWhatIsNoName() {
    CommandRun run = CommandRun.of("plugins", "new", "Hot Tea", temp.resolve("new"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("'Hot Tea' cannot be the name of a classifier; use lower-case");
  }

  @ParameterizedTest
  @ValueSource(strings = {"all", "other", "thresholds", "class", "in-t", "true"})
  void newRefusesWhatMeansSomethingElse(String name) {
    CommandRun run = CommandRun.of("plugins", "new", name, temp.resolve("new"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("'" + name + "' means something else to Gistmill or to Java");
  }

  private static String skeleton(String name) {
    return Skeleton.of(name).files().entrySet().stream()
        .filter(file -> file.getKey().endsWith("Factory.java"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  /// Compiles a changed skeleton.
  private static Path plugin(String name, String source, Path jar) throws IOException {
    String begin = name.substring(0, 1).toUpperCase(Locale.ROOT);
    String type = "com.example." + name + "." + begin + name.substring(1) + "Factory";
    return new JavaJar()
        .source(type, source)
        .service(ClassifierFactory.class, type)
        .against(ClassifierFactory.class, Post.class, NullMarked.class)
        .write(jar);
  }
}
