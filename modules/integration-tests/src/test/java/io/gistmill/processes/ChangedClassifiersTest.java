package io.gistmill.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.classifier.trained.TrainedClassifierFactory;
import io.gistmill.contracts.Json;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.PostEvent;
import io.gistmill.launcher.Main;
import io.gistmill.launcher.candidate.LogReader;
import io.gistmill.producer.publish.RetagPublisher;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/// The way of an operator who wants another set of classifiers: look at what it would change,
/// switch to it, tag history again, with a running Gistmill.
@Timeout(400)
class ChangedClassifiersTest {

  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final String TOKEN = "a-token-for-this-test";
  private static final Topics TOPICS = new Topics("gistmill", 2, 2);

  private static final String OWN =
      """
      topics:
        - slug: airships
          names: {en: Airships}
          definition: {en: Ships that fly.}
          terms:
            - {weight: 3, en: [zeppelin]}
      """;

  private static final Path SAMPLES =
      Path.of(System.getProperty("gistmill.root", "../.."), "samples");

  private static final String HANDBOOKS =
      "A retrieval system: I point it at the folder with our handbooks, and it finds the right passage before it answers,"
          + " with the page beside each claim. Nothing is made up any more.";

  @TempDir Path folder;

  private String broker = "";
  private String url = "";
  private String candidate = "";
  private int port;
  private @Nullable GistmillProcess gistmill;

  @BeforeEach
  void start() throws IOException {
    port = Installation.freePort();
    broker = "127.0.0.1:" + port;
    Files.writeString(folder.resolve("own.yaml"), OWN);
    candidate =
        Files.writeString(
                folder.resolve("candidate.yaml"),
                "classifiers:\n  taxonomy: {add: own.yaml}\n  trained:\n")
            .toString();
    begin();
  }

  private void begin() {
    gistmill = started();
    url = gistmill.awaitReady().url().toString();
  }

  private GistmillProcess started() {
    return GistmillProcess.start(
        folder.resolve("output"),
        "run",
        "--data",
        folder.resolve("data").toString(),
        "--port",
        "0",
        "--set",
        "broker.port=" + port,
        "--set",
        "partitions=2",
        "--set",
        "subscribers=2",
        "--set",
        "api.token=" + TOKEN);
  }

  @AfterEach
  void stop() {
    if (gistmill != null) {
      gistmill.close();
    }
  }

  @Test
  void candidateIsTriedSwitchedToAndHistoryTaggedAgain() throws Exception {
    // given
    String first = send("The first zeppelin of the year has landed.");
    String corrected = send("Another zeppelin came by.");
    String other = send("Soup with leeks.");
    run("posts", "correct", corrected, "--add", "tools", "--url", url, "--token", TOKEN);
    await()
        .atMost(LIMIT)
        .until(() -> has(corrected, "tools") && !page(first).isEmpty() && !page(other).isEmpty());

    // when, then: it shows what would change
    assertThat(log("shadow", "--with", candidate, "--since", "1d"))
        .contains("2 of 3 posts would change", "airships would be added to 2 posts");

    // when, then: it holds from the next post on
    String switched = api("switch", "--with", candidate);
    assertThat(switched).startsWith("taxonomy@").contains(" from the next post on; set ");
    String set = switched.substring(switched.lastIndexOf(' ') + 1).strip();
    String later = send("A third zeppelin.");
    await().atMost(LIMIT).until(() -> has(later, "airships"));
    assertThat(has(first, "airships")).isFalse();
    await().atMost(LIMIT).until(() -> run("switch", "--url", url).contains("since 2"));

    // when, then: an interrupted run goes on where it ended, and what was corrected stays
    retagOne(first, set);
    assertThat(retag("--dry-run")).contains("3 posts to tag again for set " + set + ", 1 done");
    assertThat(retag()).endsWith("3 posts are being tagged again\n");
    await().atMost(LIMIT).until(() -> has(first, "airships") && has(corrected, "airships"));
    assertThat(has(corrected, "tools")).isTrue();
    assertThat(retag()).startsWith("0 posts to tag again").contains("4 done before");
    assertThat(log("shadow", "--with", candidate)).contains("0 of 4 posts would change");
  }

  @Test
  void wholeSentencesAreSwitchedOnAndStayOnAfterARestart() throws Exception {
    // given
    String sentences = SAMPLES.resolve("sentences.yaml").toString();
    String ofWords = new TrainedClassifierFactory().id();
    String ofSentences =
        new TrainedClassifierFactory().configured(TrainedClassifierFactory.SENTENCES).id();
    String before = send(HANDBOOKS);
    await().atMost(LIMIT).until(() -> page(before).contains(ofWords));

    // when, then
    assertThat(api("switch", "--with", sentences, "--only", "trained"))
        .startsWith(ofSentences + " from the next post on");
    String after = send(HANDBOOKS + " So far.");
    await().atMost(LIMIT).until(() -> page(after).contains(ofSentences));
    assertThat(page(before)).contains(ofWords);

    // when, then: history is tagged again, slowly enough for new posts
    assertThat(retag()).contains("at 3 a second");
    await().atMost(LIMIT).until(() -> page(before).contains(ofSentences));

    // when: a switch that another release has written, and a restart
    ClassifierSwitch written =
        new ClassifierSwitch(
            "trained",
            "0",
            TrainedClassifierFactory.SENTENCES,
            new TreeMap<>(Map.of("rag", "RAG")));
    Http.post(URI.create(url + "/api/switches"), TOKEN, Json.MAPPER.writeValueAsString(written));
    await().atMost(LIMIT).until(() -> switches().contains("\"version\":\"0\""));
    stop();
    begin();

    // then: it goes on with the version that is installed
    String later = send(HANDBOOKS + " And it is quick.");
    await().atMost(LIMIT).until(() -> page(later).contains(ofSentences));
    assertThat(switches()).contains("\"version\":\"0\"");
    assertThat(api("switch", "--with", sentences)).contains("is active already");
  }

  private String send(String text) throws Exception {
    String json = Json.MAPPER.writeValueAsString(Map.of("text", text));
    String answer = Http.post(URI.create(url + "/api/posts"), TOKEN, json).body();
    return Json.MAPPER.readTree(answer).path("results").path(0).path("id").asString();
  }

  private String page(String id) throws IOException, InterruptedException {
    var answer = Http.get(URI.create(url + "/api/posts/" + id));
    return answer.statusCode() == 200 ? answer.body() : "";
  }

  private String switches() throws IOException, InterruptedException {
    return Http.get(URI.create(url + "/api/switches")).body();
  }

  private boolean has(String id, String topic) throws IOException, InterruptedException {
    return page(id).contains("\"" + topic + "\"");
  }

  /// As a run does that ends after its first post.
  private void retagOne(String id, String set) {
    KafkaConnection connection = KafkaConnection.plain(broker);
    List<PostEvent.Retagged> events = new ArrayList<>();
    try (LogReader<PostEvent> posts = LogReader.open(connection, TOPICS.posts(), null)) {
      posts.history(
          (partition, offset, event) -> {
            if (event instanceof PostEvent.Posted(var post) && post.id().equals(id)) {
              events.add(new PostEvent.Retagged(post, set));
            }
          });
    }
    try (RetagPublisher publisher = RetagPublisher.open(connection, TOPICS)) {
      publisher.publish(events);
    }
  }

  private String retag(String... more) {
    List<String> all = new ArrayList<>(List.of("retag", "--since", "1d", "--url", url));
    all.addAll(List.of(more));
    return log(all.toArray(String[]::new));
  }

  private String api(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--url", url, "--token", TOKEN));
    return run(all.toArray(String[]::new));
  }

  private String log(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--set", "kafka.bootstrap=" + broker));
    return run(all.toArray(String[]::new));
  }

  private static String run(String... arguments) {
    CommandLine command = Main.commandLine();
    var out = new StringWriter();
    var err = new StringWriter();
    command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    assertThat(command.execute(arguments)).as(err.toString()).isZero();
    return out.toString();
  }
}
