package io.gistmill.launcher.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Json;
import io.gistmill.launcher.CommandRun;
import io.gistmill.launcher.train.Lessons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class EvaluateCommandTest {

  private static final String POSTS =
      """
      {"text":"RAG with hybrid search, embeddings and a reranker over our knowledge base."}
      {"text":"Soup with leeks, nothing else."}
      {"id":"p3","text":"Mixture of experts: a router picks two experts of eight. <script>alert(1)</script>"}
      """;

  private static final String GOLD =
      """
      {"ordinal":1,"topics":[["rag"],["rag"]]}
      {"ordinal":2,"topics":[[],[]]}
      {"id":"p3","topics":[["moe","<b>own</b>"],["moe","tools","<b>own</b>"]]}
      """;

  @TempDir private Path temp = Path.of("");
  private Path posts = Path.of("");
  private Path gold = Path.of("");
  private Path json = Path.of("");
  private Path html = Path.of("");

  @BeforeEach
  void write() throws IOException {
    posts = Files.writeString(temp.resolve("posts.jsonl"), POSTS);
    gold = Files.writeString(temp.resolve("gold.jsonl"), GOLD);
    json = temp.resolve("evaluation.json");
    html = temp.resolve("evaluation.html");
  }

  @Test
  void classifiersAreComparedWithReaders() throws IOException {
    CommandRun run = CommandRun.of("evaluate", posts, gold, "--json", json, "--html", html);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("All classifiers on 3 posts of " + posts)
        .contains("readers agree", "topic ", "calibration error", "Surely missed");
    JsonNode written = Json.MAPPER.readTree(Files.readString(json));
    assertThat(written.path("readers").asInt()).isEqualTo(2);
    assertThat(written.path("summary").path("recall").asDouble()).isGreaterThan(0.3);
    assertThat(written.path("topics").valueStream().map(topic -> topic.path("topic").asString()))
        .contains("moe", "rag", "tools");
  }

  @Test
  void pageNeedsNothingElseAndTrustsNobody() throws IOException {
    CommandRun.of("evaluate", posts, gold, "--html", html);

    Document page = Jsoup.parse(Files.readString(html));
    assertThat(page.select("script, link, img, iframe")).isEmpty();
    assertThat(page.select("[src], [href]")).isEmpty();
    assertThat(page.select("b")).isEmpty();
    assertThat(page.select("svg")).hasSize(2);
    assertThat(page.text()).contains("<b>own</b>", "<script>alert(1)</script>");
  }

  @Test
  void whatCannotBeUsedIsTold() throws IOException {
    Files.writeString(posts, POSTS + "{broken\n");
    Files.writeString(gold, GOLD + "{\"ordinal\":99,\"topics\":[]}\n");

    CommandRun run = CommandRun.of("evaluate", posts, gold);

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err().lines())
        .anyMatch(line -> line.contains("posts.jsonl, line 4: the line is not sound JSON"))
        .anyMatch(line -> line.startsWith("post 99 is not among the posts of"));
  }

  @Test
  void topicsThatNobodyGivesAreNamed() throws IOException {
    Files.writeString(gold, GOLD + "{\"ordinal\":3,\"topics\":[]}\n");

    CommandRun run = CommandRun.of("evaluate", posts, gold);

    assertThat(run.err())
        .contains(
            gold
                + " has topics that no classifier gives, which count as missed: <b>own</b>; check"
                + " how they are written");
  }

  @Test
  void lineWhoseOrdinalAndIdNameTwoPostsIsLeftOut() throws IOException {
    Files.writeString(
        gold,
        """
        {"ordinal":1,"topics":["rag"]}
        {"ordinal":2,"id":"p3","topics":["moe"]}
        {"ordinal":3,"id":"p3","topics":["moe"]}
        """);

    CommandRun run = CommandRun.of("evaluate", posts, gold);

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .containsPattern(
            "gold.jsonl, line 2: post 2 has the id \\w+ and not p3; leave ordinal or id");
    assertThat(run.out()).startsWith("All classifiers on 2 posts of");
  }

  @Test
  void ownModelIsMeasuredAlone() throws IOException {
    Path model = temp.resolve("own.model");
    CommandRun.of("train", "--no-check", "--data", Lessons.classes(temp), "--out", model);
    Path texts = Files.writeString(temp.resolve("t.txt"), "rye dough\ncomet dust\n");
    Path readers =
        Files.writeString(
            temp.resolve("g.jsonl"),
            "{\"ordinal\":1,\"topics\":[\"baking\"]}\n{\"ordinal\":2,\"topics\":[\"stars\"]}\n");

    CommandRun run = CommandRun.of("evaluate", texts, readers, "--model", model);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("F1 1.000").doesNotContain("readers agree");
  }

  @Test
  void labelledPostsAreJudgedByModelsThatHaveNotSeenThem() throws IOException {
    CommandRun run =
        CommandRun.of(
            "evaluate",
            "--cross-validate",
            Lessons.posts(temp),
            "--folds",
            "3",
            "--learning-curve",
            "--html",
            html);

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out())
        .startsWith("Models on 168 labelled posts that they have not seen, in 3 folds")
        .contains("examples      F1  mean F1 of topics");
    assertThat(run.err()).contains("point 1 of 4: 34 examples", "the learning curve takes about");
    assertThat(Jsoup.parse(Files.readString(html)).select("svg")).hasSize(3);
  }

  @Test
  void curveOfAFileThatGoesRoundItsClassesRises() throws IOException {
    CommandRun run =
        CommandRun.of(
            "evaluate",
            "--cross-validate",
            Lessons.roundRobin(temp),
            "--embed",
            "no",
            "--folds",
            "3",
            "--learning-curve",
            "--json",
            json);

    assertThat(run.status()).as(run.err()).isZero();
    List<Double> curve =
        Json.MAPPER
            .readTree(Files.readString(json))
            .path("curve")
            .valueStream()
            .map(point -> point.path("macroF1").asDouble())
            .toList();
    assertThat(curve).hasSize(5);
    assertThat(curve.getLast()).isGreaterThan(curve.getFirst());
  }

  @Test
  void pointsThatCannotBeLearntAreToldBesideTheRest() throws IOException {
    Path few =
        Files.write(
            temp.resolve("few.tsv"), Files.readAllLines(Lessons.roundRobin(temp)).subList(0, 30));

    CommandRun run =
        CommandRun.of("evaluate", "--cross-validate", few, "--learning-curve", "--embed", "no");

    assertThat(run.status()).isEqualTo(3);
    assertThat(run.err())
        .contains("learning curve, point 1 of 4: nothing can be learnt from 6 examples: there are");
    assertThat(run.out())
        .startsWith("Models on 30 labelled posts")
        .contains("examples      F1  mean F1 of topics", "      30   ")
        .doesNotContain("\n       6   ");
  }

  @Test
  void shortTextsAreJudgedBySentencesAsTheModelOfTheirsWouldBe() throws IOException {
    Path data = Lessons.classes(temp);

    CommandRun usual = CommandRun.of("evaluate", "--cross-validate", data, "--folds", "3");
    CommandRun words =
        CommandRun.of("evaluate", "--cross-validate", data, "--folds", "3", "--embed", "no");

    assertThat(usual.status()).as(usual.err()).isZero();
    assertThat(usual.out().lines().findFirst()).get().asString().endsWith("words and sentences");
    assertThat(words.status()).as(words.err()).isZero();
    assertThat(words.out().lines().findFirst()).get().asString().endsWith("from words alone");
  }

  @Test
  void optionsOfModelsThatAreLearntHereNeedCrossValidation() {
    CommandRun run = CommandRun.of("evaluate", posts, gold, "--embed", "yes", "--folds", "7");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("--embed is for models that are learnt here; give --cross-validate")
        .contains("--folds cuts labelled posts; give --cross-validate");
  }

  @Test
  void optionsOfClassifiersAreRefusedWhereModelsAreMeasured() throws IOException {
    Path data = Lessons.classes(temp);

    CommandRun learnt =
        CommandRun.of("evaluate", "--cross-validate", data, "--sentences=yes", "--plugins=" + temp);
    CommandRun own = CommandRun.of("evaluate", posts, gold, "--model", data, "--sentences=auto");

    assertThat(learnt.status()).isEqualTo(2);
    assertThat(learnt.err())
        .contains("--sentences=yes and --cross-validate cannot be given together")
        .contains("--plugins and --cross-validate cannot be given together");
    assertThat(own.status()).isEqualTo(2);
    assertThat(own.err()).contains("--sentences=auto and --model cannot be given together");
  }

  @Test
  void namedFolderOfPluginsMustBeThere() {
    CommandRun run = CommandRun.of("evaluate", posts, gold, "--plugins", temp.resolve("absent"));

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("--plugins: there is no folder");
  }

  @Test
  void allMistakesOfUsageAreTold() {
    CommandRun run =
        CommandRun.of("evaluate", posts, "--folds", "1", "--learning-curve", "--json", json);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err())
        .contains("give POSTS and GOLD", "--folds: '1' must lie between", "--learning-curve needs");
    assertThat(json).doesNotExist();
  }

  @Test
  void goldOfOtherPostsIsRefused() throws IOException {
    Files.writeString(gold, "{\"id\":\"elsewhere\",\"topics\":[]}\n");

    CommandRun run = CommandRun.of("evaluate", posts, gold, "--html", html);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("no post of " + posts + " stands in " + gold);
    assertThat(html).doesNotExist();
  }
}
