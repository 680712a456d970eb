package io.gistmill.launcher.remote;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.Thresholds;
import io.gistmill.contracts.Json;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Fixed;
import io.gistmill.launcher.CommandRun;
import io.gistmill.launcher.pipeline.InstalledClassifiers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The commands against a server that says what it is told to say.
class RemoteCommandsTest {

  private static final String STREAM =
      """
      id: 1
      event: post
      data: {"author":"Ada","published":"2025-03-05T08:00:00Z","text":"RAG\\nat last","topics":[{"topic":"rag"}]}

      : beat

      id: 2
      event: withdrawn
      data: {"id":"x"}

      id: 3
      event: post
      data: {"author":"Bo","published":"2025-03-05T09:00:00Z","text":"MoE","topics":[]}

      """;

  @TempDir private Path temp = Path.of("");

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<String> queries = new CopyOnWriteArrayList<>();
  private final Map<String, Answer> answers = new TreeMap<>();
  private HttpServer server = unbound();

  private record Answer(int status, String body) {}

  @BeforeEach
  void start() throws IOException {
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void sentPostsAreCountedAndRefusedOnesNamed() throws IOException {
    Path posts = Files.writeString(temp.resolve("posts.jsonl"), "{\"text\":\"a\"}\n{}\n");
    answers.put(
        "POST /api/posts",
        new Answer(
            200,
            """
            {"accepted":1,"rejected":1,"results":[{"index":0,"id":"p","status":"accepted"},
            {"index":1,"status":"rejected","reason":"the post has no text"}]}
            """));

    CommandRun run = run("posts", "send", posts.toString());

    assertThat(run.out()).isEqualTo("1 accepted, 1 rejected\n");
    assertThat(run.err()).isEqualTo("post 2: the post has no text\n");
    assertThat(run.status()).isEqualTo(3);
    assertThat(asked).containsExactly("POST /api/posts Bearer secret {\"text\":\"a\"}\n{}\n");
  }

  @Test
  void classifiersAreShownWithTheirFailures() {
    answers.put(
        "GET /api/classifiers",
        new Answer(
            200,
            """
            {"classifiers":[{"name":"birch","version":"1","on":true,"circuit":"open","calls":7,
            "answers":4,"failures":{"late":1,"threw":2},"lastReason":"no answer"}]}
            """));

    CommandRun run = run("classifiers", "list");

    assertThat(run.out())
        .isEqualTo(
            "birch@1  on  circuit open  7 calls  4 answers  failures: late 1, threw 2;"
                + " the last: no answer\n");
  }

  @Test
  void aClassifierIsSwitchedOff() {
    answers.put(
        "POST /api/classifiers/birch",
        new Answer(200, "{\"classifier\":\"birch@1\",\"on\":false}"));

    CommandRun run = run("classifiers", "off", "birch");

    assertThat(run.out()).isEqualTo("birch@1 is off from the next post on\n");
    assertThat(asked).containsExactly("POST /api/classifiers/birch Bearer secret {\"on\":false}");
  }

  @Test
  void correctionSaysWhatIsAddedAndRemoved() {
    answers.put("POST /api/posts/p%2F1/correction", new Answer(200, "{}"));

    CommandRun run = run("posts", "correct", "p/1", "--add", "rag,moe", "--remove", "tools");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(asked.getFirst()).contains("\"added\":[\"rag\",\"moe\"]", "\"removed\":[\"tools\"]");
  }

  @Test
  void whatIsSentAndMakesNoSenseIsWrongUsage() {
    answers.put(
        "POST /api/posts/p/correction",
        new Answer(400, "{\"error\":\"no such topic: ragg\",\"mend\":\"known topics: rag\"}"));

    CommandRun run = run("posts", "correct", "p", "--add", "ragg");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isEqualTo("no such topic: ragg; known topics: rag\n");
  }

  @Test
  void filesThatCannotBeSentAreNamed() {
    CommandRun missing = run("posts", "send", "nosuch.jsonl");
    CommandRun folder = run("posts", "send", temp.toString());
    CommandRun opml = run("sources", "add", temp.toString());

    assertThat(missing.err()).isEqualTo("nosuch.jsonl: there is no such file\n");
    assertThat(folder.err()).isEqualTo(temp + " is a folder; name a file in it\n");
    assertThat(opml.err()).isEqualTo(folder.err());
    assertThat(List.of(missing.status(), folder.status(), opml.status())).containsOnly(2);
    assertThat(asked).isEmpty();
  }

  @Test
  void addressesOfOtherKindsAreNoFiles() {
    CommandRun run = run("sources", "add", "ftp://x.example/feed");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("ftp://x.example/feed: addresses with http:// or https://");
  }

  @Test
  void failuresAreToldWithTheWholeNameOfTheCommand() {
    // given: what no file system has
    String bad = "a\u0000b";

    CommandRun run = run("posts", "send", bad);

    assertThat(run.err()).startsWith("gistmill posts send failed: ");
  }

  @Test
  void replayOfASubscriptionThatNobodyKnowsIsNamed() {
    answers.put("POST /api/deliveries/replay", new Answer(202, "{\"requested\":[]}"));
    answers.put(
        "GET /api/subscriptions/nope",
        new Answer(404, "{\"error\":\"there is none\",\"mend\":\"look elsewhere\"}"));
    answers.put("GET /api/subscriptions/known", new Answer(200, "{\"id\":\"known\"}"));

    CommandRun unknown = run("deliveries", "replay", "--subscription", "nope", "--since", "7d");
    CommandRun known = run("deliveries", "replay", "--subscription", "known", "--since", "7d");

    assertThat(unknown.status()).isEqualTo(2);
    assertThat(unknown.err()).contains("a subscription 'nope'", "subscriptions list");
    assertThat(known.status()).as(known.err()).isZero();
    assertThat(known.out()).startsWith("0 asked for");
    assertThat(asked.getFirst()).containsPattern("\"since\":\"20\\d\\d-\\d\\d-\\d\\dT");
  }

  @Test
  void replayAtADigestServiceAloneBlamesNoSubscription() {
    answers.put("POST /api/deliveries/replay", new Answer(202, "{\"requested\":[]}"));
    answers.put("GET /api/subscriptions/a", new Answer(404, "Endpoint GET /api/sub... not found"));
    answers.put("GET /api/subscriptions/b", new Answer(404, "{\"title\":\"not found\"}"));

    for (String subscription : List.of("a", "b")) {
      CommandRun run = run("deliveries", "replay", "--subscription", subscription, "--since", "7d");

      assertThat(run.status()).as(run.err()).isZero();
      assertThat(run.out()).startsWith("0 asked for");
    }
  }

  @Test
  void brakesAreShownWithTheRatesOfEachDomain() {
    answers.put(
        "GET /api/deliveries/brakes",
        new Answer(
            200,
            """
            {"brakes":[{"domain":"site.example","since":"2026-03-05T16:00:00Z",
            "until":"2026-03-06T16:00:00Z","reason":"30 of the last 200 mails bounced for good"}],
            "domains":[{"domain":"site.example","sent":200,"hard":30,"soft":1,"complaints":2}]}
            """));

    CommandRun run = run("deliveries", "brakes");

    assertThat(run.out())
        .isEqualTo(
            """
            site.example  held back until 2026-03-06T16:00:00Z: 30 of the last 200 mails bounced for good
            site.example  sent 200, hard bounces 30, soft 1, complaints 2
            """);
  }

  @Test
  void brakeIsReleased() {
    answers.put(
        "POST /api/deliveries/brakes/release",
        new Answer(202, "{\"domain\":\"site.example\",\"requested\":7}"));

    CommandRun run = run("deliveries", "brakes", "--release", "site.example");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(run.out()).contains("mails go to site.example again; 7");
    assertThat(asked.getFirst()).contains("{\"domain\":\"site.example\"}");
  }

  @Test
  void deliveryThatCameBackSaysHow() {
    answers.put(
        "GET /api/deliveries",
        new Answer(
            200,
            """
            {"deliveries":[{"cut":"2026-03-05T08:00:00Z","digest":"a.1","channel":"email",
            "state":"bounced","reason":"hard: 5.1.1 no such mailbox",
            "attempts":[{"number":1,"outcome":"250 taken"}]}],"more":0}
            """));

    CommandRun run = run("deliveries", "list");

    assertThat(run.out())
        .isEqualTo("2026-03-05T08:00:00Z  a.1  email  bounced  hard: 5.1.1 no such mailbox\n");
  }

  @Test
  void refusalIsToldWithItsMend() {
    answers.put(
        "POST /api/posts/p/withdrawal",
        new Answer(503, "{\"error\":\"Kafka is away\",\"mend\":\"try again in 5 s\"}"));

    CommandRun run = run("posts", "withdraw", "p");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).isEqualTo("Kafka is away; try again in 5 s\n");
  }

  @Test
  void missingTokenIsNamed() {
    answers.put(
        "POST /api/posts/p/withdrawal", new Answer(401, "{\"error\":\"this needs a token\"}"));

    CommandRun run = run("posts", "withdraw", "p");

    assertThat(run.err()).contains("this needs a token; give the token with --token");
  }

  @Test
  void nobodyThereIsToldWithItsMend() {
    server.stop(0);

    CommandRun run = run("sources", "list");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("does not answer", "./gistmill run", "--url");
  }

  @Test
  void sourcesAreListedWithWhatAilsThem() {
    answers.put(
        "GET /api/sources",
        new Answer(
            200,
            """
            {"sources":[{"id":"a","address":"https://a.example/feed","lastPoll":"2025-03-05T08:00:00Z",
            "nextPoll":"2025-03-05T08:30:00Z"},{"id":"b","address":"https://b.example","lastError":"404"}]}
            """));

    CommandRun run = run("sources", "list");

    assertThat(run.out().lines())
        .containsExactly(
            "a  https://a.example/feed  last 2025-03-05T08:00:00Z, next 2025-03-05T08:30:00Z",
            "b  https://b.example  last never, next soon  ERROR: 404");
  }

  @Test
  void tailShowsPostsAndGoesOnWhereTheStreamBroke() {
    answers.put("GET /streams/rag,moe", new Answer(200, STREAM));

    CommandRun run = run("tail", "rag", "moe", "--limit", "3");

    assertThat(run.out())
        .startsWith("2025-03-05T08:00:00Z  Ada  [rag]\n    RAG at last\n")
        .contains("2025-03-05T09:00:00Z  Bo\n    MoE\n");
    assertThat(asked).hasSize(2);
    assertThat(asked.get(1)).contains("after 3");
  }

  @Test
  void tailShowsNamesWithoutSignsThatHideOrTurn() {
    answers.put(
        "GET /streams/all",
        new Answer(
            200,
            """
            id: 1
            event: post
            data: {"published":"2025-03-05T08:00:00Z","author":"A\\u200Bd\\u202Ea\\u001B[31m","text":"RAG"}

            """));

    CommandRun run = run("tail", "--limit", "1");

    assertThat(run.out()).startsWith("2025-03-05T08:00:00Z  Ada [31m\n");
  }

  @ParameterizedTest
  @CsvSource({
    "7d, PT168H",
    "2h, PT2H",
    "pt30m, PT30M",
    "PT9999999H, PT9999999H",
    "2025-03-05, 2025-03-05T00:00:00Z",
    "2025-03-05T08:00:00Z, 2025-03-05T08:00:00Z",
    "1969-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
    "-999999999-01-01T00:00:00Z, 1970-01-01T00:00:00Z",
    "1-k3f9-2s.0.1z, 1-k3f9-2s.0.1z"
  })
  void tailTakesTimesAsOtherCommandsDo(String since, String sent) {
    answers.put("GET /streams/all", new Answer(200, STREAM));

    CommandRun run = run("tail", "--since=" + since, "--limit", "1");

    assertThat(run.status()).as(run.err()).isZero();
    assertThat(queries).containsExactly("since=" + sent);
  }

  @Test
  void whatTailCannotTakeIsNamed() {
    CommandRun since = run("tail", "--since", "yesterday");
    CommandRun limit = run("tail", "--limit", "-1");

    assertThat(since.status()).isEqualTo(2);
    assertThat(since.err())
        .isEqualTo(
            "--since: 'yesterday' should be a moment such as 2025-03-05T08:00:00Z, 2025-03-05, 7d"
                + " or 2h\n");
    assertThat(limit.status()).isEqualTo(2);
    assertThat(limit.err()).isEqualTo("--limit: '-1' should be 1 or more\n");
    assertThat(asked).isEmpty();
  }

  @Test
  void tailFiltersAndPrintsJson() {
    answers.put("GET /streams/all", new Answer(200, STREAM));

    CommandRun run = run("tail", "--filter", "moe", "--json", "--limit", "1");

    assertThat(run.out()).contains("\"Bo\"").doesNotContain("\"Ada\"");
  }

  @Test
  void unknownTopicOfATailIsNamed() {
    answers.put(
        "GET /streams/nosuch", new Answer(404, "{\"error\":\"no topic nosuch; known are rag\"}"));

    CommandRun run = run("tail", "nosuch");

    assertThat(run.status()).isEqualTo(1);
    assertThat(run.err()).contains("no topic nosuch; known are rag");
  }

  private void answerAsOneWithATopicOnTea() {
    ClassifierRegistry registry = InstalledClassifiers.shipped().registry();
    ClassifierSwitch own = registry.add(registry.standard("taxonomy"), topic("tea"));
    answers.put(
        "GET /api/switches",
        new Answer(200, Json.MAPPER.writeValueAsString(Map.of("switches", List.of(own)))));
    answers.put("POST /api/switches", new Answer(200, "{}"));
  }

  @Test
  void topicsAreAddedToThoseOfEarlierFiles() throws IOException {
    // given
    answerAsOneWithATopicOnTea();
    Path file = Files.writeString(temp.resolve("own.yaml"), topic("bees"));

    // when
    CommandRun both = run("topics", "add", file.toString());
    CommandRun alone = run("topics", "add", "--afresh", file.toString());

    // then
    assertThat(both.out()).endsWith("; your own topics: bees, tea\n");
    assertThat(alone.out()).endsWith("; your own topics: bees\n");
    assertThat(asked).filteredOn(line -> line.startsWith("POST")).hasSize(2);
    assertThat(asked.getLast()).contains("\"bees\":\"Of bees\"").doesNotContain("Of tea");
  }

  @Test
  void onePartOfACandidateIsSwitchedAndOwnTopicsStay() throws IOException {
    // given
    answerAsOneWithATopicOnTea();
    String sentences = CommandRun.samples().resolve("sentences.yaml").toString();

    // when
    CommandRun all = run("switch", "--with", sentences, "--dry-run");
    CommandRun one = run("switch", "--with", sentences, "--only", "trained");
    CommandRun unknown = run("switch", "--with", sentences, "--only", "tea");
    CommandRun nothing = run("switch", "--only", "trained");

    // then
    assertThat(all.out()).contains("taxonomy@", "trained@");
    assertThat(one.out()).startsWith("trained@").doesNotContain("taxonomy@");
    assertThat(asked.stream().filter(line -> line.startsWith("POST")))
        .singleElement()
        .asString()
        .contains("\"sentences\"")
        .doesNotContain("taxonomy");
    assertThat(unknown.err())
        .contains("no part is called 'tea'; known are taxonomy, thresholds, trained");
    assertThat(nothing.err()).contains("add --with CANDIDATE");
  }

  @Test
  void mistakesOfATopicsFileAreToldAndNothingIsSent() throws IOException {
    answers.put("GET /api/switches", new Answer(200, "{\"switches\":[]}"));
    Path file = Files.writeString(temp.resolve("own.yaml"), "topics: [{slug: 'A B'}]");

    CommandRun run = run("topics", "add", file.toString());

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.err()).contains("own.yaml", "A B");
    assertThat(asked).noneMatch(line -> line.startsWith("POST"));
  }

  @Test
  void candidateIsSwitchedToInOneRequestAndOnlyWhereItDiffers() throws IOException {
    // given
    answers.put("GET /api/switches", new Answer(200, "{\"switches\":[]}"));
    answers.put("POST /api/switches", new Answer(200, "{}"));
    Path file = Files.writeString(temp.resolve("candidate.yaml"), "thresholds: {rag: 0.8}\n");

    // when
    CommandRun run = run("switch", "--with", file.toString());

    // then
    assertThat(run.out()).matches("thresholds@[0-9a-f]{12} from the next post on; set \\w{12}\n");
    assertThat(asked).filteredOn(line -> line.startsWith("POST")).hasSize(1);
    assertThat(asked.getLast()).contains("{\"switches\":[{", "rag").doesNotContain("taxonomy");
  }

  @Test
  void classifiersThatACandidateLeavesOutAreSwitchedOff() throws IOException {
    answers.put("GET /api/switches", new Answer(200, "{\"switches\":[]}"));
    answers.put("POST /api/switches", new Answer(200, "{}"));
    Path file = Files.writeString(temp.resolve("candidate.yaml"), "classifiers: {taxonomy: }\n");

    CommandRun run = run("switch", "--with", file.toString());

    assertThat(run.out()).matches("trained@\\S+ off from the next post on; set \\w{12}\n");
    assertThat(asked.getLast()).contains("\"off\":true").doesNotContain("\"taxonomy\"");
  }

  @Test
  void whatIsActiveIsShownWithVersions() throws IOException {
    Path file = Files.writeString(temp.resolve("candidate.yaml"), "thresholds: {rag: 0.8}\n");
    ClassifierSwitch thresholds =
        new Thresholds(Fixed.of(0.5), new TreeMap<>(Map.of("rag", Fixed.of(0.8)))).asSwitch();
    String json = Json.MAPPER.writeValueAsString(thresholds);
    String known = json.substring(0, json.length() - 1) + ",\"since\":\"2025-03-05T08:00:00Z\"}";
    answers.put("GET /api/switches", new Answer(200, "{\"switches\":[" + known + "]}"));

    CommandRun shown = run("switch");
    CommandRun again = run("switch", "--with", file.toString());

    assertThat(shown.out().lines())
        .anyMatch(line -> line.matches("taxonomy@\\S+  as installed  \\d+ topics"))
        .anyMatch(
            line ->
                line.startsWith(thresholds.id() + "  since 2025-03-05T08:00:00Z  0.5, rag 0.8"));
    assertThat(again.out()).endsWith(" is active already\n");
    assertThat(asked).noneMatch(line -> line.startsWith("POST"));
  }

  private static String topic(String slug) {
    return """
    topics:
      - slug: %s
        names: {en: Of %s}
        definition: {en: All of it.}
        terms: [{weight: 3, en: [%s]}]
    """
        .formatted(slug, slug, slug);
  }

  private CommandRun run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    String url = "http://localhost:" + server.getAddress().getPort();
    all.addAll(1, List.of("--url", url, "--token", "secret"));
    return CommandRun.of(all.toArray());
  }

  private void answer(HttpExchange exchange) throws IOException {
    String what = exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath();
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    String last = exchange.getRequestHeaders().getFirst("Last-Event-ID");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (exchange.getRequestURI().getQuery() != null) {
      queries.add(exchange.getRequestURI().getQuery());
    }
    asked.add(
        what
            + (token == null ? "" : " " + token)
            + (last == null ? "" : " after " + last)
            + (body.isEmpty() ? "" : " " + body));
    Answer answer = answers.getOrDefault(what, new Answer(404, "{\"error\":\"not here\"}"));
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    try (var out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static HttpServer unbound() {
    try {
      return HttpServer.create();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
