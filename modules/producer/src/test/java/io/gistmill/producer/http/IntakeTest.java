package io.gistmill.producer.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Topics;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.PostIds;
import io.gistmill.testsupport.kafka.TestBroker;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class IntakeTest {

  private static final Topics TOPICS = new Topics("intake", 3, 2);

  private static TestBroker broker;
  private static Intake intake;

  @BeforeAll
  static void start() {
    broker = TestBroker.start();
    broker.create(TOPICS.all());
    broker.create(List.of(TOPICS.stream("rag"), TOPICS.stream("ai-safety"), TOPICS.stream("all")));
    intake = Intake.start(broker.bootstrapServers(), TOPICS);
  }

  @AfterAll
  static void stop() {
    intake.close();
    broker.close();
  }

  @Test
  void aPostStandsOnTheLogOnceItIsAnswered() {
    // when
    Answer answer =
        intake.post(
            "/api/posts?source=notes",
            """
            {"id": "n-1", "author": "Ada", "handle": "@ada", "text": "Look: https://example.org/a",
             "published": "2025-02-28T08:30:00+01:00", "link": "https://example.org/ada/1"}
            """);

    // then
    String id = PostIds.ofStableId("notes", "n-1");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().toString())
        .isEqualTo(
            "{\"accepted\":1,\"rejected\":0,\"failed\":0,\"results\":[{\"index\":0,\"id\":\""
                + id
                + "\",\"status\":\"accepted\"}]}");
    Post post = posts(id).getFirst();
    assertThat(post.origin().source()).isEqualTo("notes");
    assertThat(post.handle()).isEqualTo("ada");
    assertThat(post.published()).isEqualTo("2025-02-28T07:30:00Z");
    assertThat(post.links()).containsExactly("https://example.org/a");
    assertThat(broker.read(TOPICS.posts()).all()).extracting(ConsumerRecord::key).contains(id);
  }

  @Test
  void aPostWithoutADateWasPublishedNowAndIsTheSameWhenItIsSentAgain() {
    // given
    String body = "{\"author\": \"Ben\", \"text\": \"no date at all\"}";
    String first = intake.post("/api/posts", body).all("id").getFirst();
    intake.time.set(Intake.NOW.plusSeconds(60));

    // when
    String second = intake.post("/api/posts", body).all("id").getFirst();

    // then
    intake.time.set(Intake.NOW);
    assertThat(second).isEqualTo(first);
    assertThat(posts(first))
        .extracting(Post::published)
        .containsExactly(Intake.NOW, Intake.NOW.plusSeconds(60));
    assertThat(posts(first)).extracting(PostIds::contentHash).containsOnly(contentHash(first));
  }

  @Test
  void eachItemHasItsOwnAnswer() {
    // when
    Answer answer =
        intake.post(
            "/api/posts",
            """
            [{"text": "one"}, {}, 7, {"text": "t", "published": "someday"},
             {"text": "t", "published": "2025-13-01"}, {"text": 5}, {"text": "a\\u0000b"},
             {"text": "half \\ud83d of it"}, {"text": "t", "source": "no name!"},
             {"text": "ten", "source": "own.source", "id": "x"}]
            """);

    // then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.count("accepted")).isEqualTo(2);
    assertThat(answer.count("rejected")).isEqualTo(8);
    assertThat(answer.all("index"))
        .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
    assertThat(answer.all("status").getLast()).isEqualTo("accepted");
    assertThat(answer.all("id").getLast()).isEqualTo(PostIds.ofStableId("own.source", "x"));
    List<String> reasons = answer.all("reason");
    assertThat(reasons.get(1)).contains("no text");
    assertThat(reasons.get(2)).contains("no object");
    assertThat(reasons.get(3)).contains("no date");
    assertThat(reasons.get(4)).contains("no whole date");
    assertThat(reasons.get(5)).contains("text is no text");
    assertThat(reasons.get(6)).contains("NUL");
    assertThat(reasons.get(7)).contains("unpaired surrogate");
    assertThat(reasons.get(8)).contains("source is no name");
  }

  @Test
  void jsonLinesNeedNoContentType() {
    // when
    Answer answer =
        intake.post("/api/posts", "{\"text\":\"line 1\"}\n{broken\n{\"text\":\"line 3\"}\n");

    // then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.all("status")).containsExactly("accepted", "rejected", "accepted");
  }

  @Test
  void anEmptyArrayIsNoMistake() {
    // when
    Answer answer = intake.post("/api/posts", "[]");

    // then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.count("accepted")).isZero();
    assertThat(answer.json().path("results")).isEmpty();
  }

  @Test
  void tenThousandPostsGoThroughAtOnce() {
    // given
    String body =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "{\"id\":\"many-" + i + "\",\"text\":\"post " + i + "\"}")
            .collect(Collectors.joining("\n"));

    // when
    Answer answer = intake.post("/api/posts?source=many", body);

    // then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.count("accepted")).isEqualTo(10_000);
    assertThat(
            broker.read(TOPICS.posts()).all().stream()
                .map(ConsumerRecord::value)
                .filter(
                    event -> event instanceof PostEvent.Posted(var post) && isFrom(post, "many")))
        .hasSize(10_000);
    assertThat(
            intake
                .registry
                .get("gistmill.ingest.posts")
                .tags("source", "many", "status", "accepted")
                .counter()
                .count())
        .isEqualTo(10_000);
  }

  @Test
  void aBodyAboveTheLimitIsRefusedWithTheLimit() {
    // when
    Answer answer = intake.post("/api/posts", "[" + " ".repeat(6 << 20) + "]");

    // then
    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.error()).contains("5242880 bytes");
  }

  @Test
  void aPostOfAMebibyteOfHostileTextIsTaken() {
    // given
    String text = "\\\"é漢🙂".repeat((1 << 20) / 15);

    // when
    Answer answer =
        intake.post(
            "/api/posts",
            "{\"id\":\"large\",\"text\":\"" + text.replace("\\\"", "\\\\\\\"") + "\"}");

    // then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(posts(answer.all("id").getFirst()).getFirst().text()).isEqualTo(text);
  }

  @Test
  void nobodyWritesWithoutTheToken() {
    // when
    Answer answer =
        intake.send(
            HttpRequest.newBuilder(intake.uri("/api/posts"))
                .header("Authorization", "Bearer guess")
                .POST(HttpRequest.BodyPublishers.ofString("{\"text\":\"sneaky\"}"))
                .build());

    // then
    assertThat(answer.status()).isEqualTo(401);
    assertThat(broker.read(TOPICS.posts()).all())
        .noneMatch(
            record ->
                record.value() instanceof PostEvent.Posted(var post)
                    && post.text().equals("sneaky"));
  }

  @Test
  void whoSendsTooMuchIsToldWhenToComeBack() {
    // given
    try (Intake slow =
        Intake.start(
            broker.bootstrapServers(), TOPICS, Intake.settings(Duration.ofSeconds(10), 1))) {
      String ten =
          IntStream.range(0, 10)
              .mapToObj(i -> "{\"text\":\"fast " + i + "\"}")
              .collect(Collectors.joining(",", "[", "]"));
      Answer first = slow.post("/api/posts", ten);

      // when
      Answer second = slow.post("/api/posts", ten);

      // then
      assertThat(first.status()).isEqualTo(200);
      assertThat(second.status()).isEqualTo(429);
      assertThat(second.retryAfter().map(Integer::valueOf).orElseThrow()).isBetween(5, 10);
      assertThat(second.error()).contains("more than 1 posts a second");
    }
  }

  @Test
  void aPostIsTakenBack() {
    // when
    Answer answer = intake.post("/api/posts/abc%20def/withdrawal", "");

    // then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().toString()).isEqualTo("{\"id\":\"abc def\",\"status\":\"accepted\"}");
    assertThat(events("abc def")).containsExactly(new PostEvent.Withdrawn("abc def"));
  }

  @Test
  void aReaderCorrectsTopics() {
    // when
    Answer answer =
        intake.post(
            "/api/posts/p1/correction", "{\"added\":[\"rag\"],\"removed\":[\"ai-safety\"]}");

    // then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(events("p1"))
        .containsExactly(new PostEvent.Corrected("p1", List.of("rag"), List.of("ai-safety")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | no JSON object",
        "[] | no JSON object",
        "{} | changes nothing",
        "{\"added\":\"rag\"} | added is no list",
        "{\"added\":[5]} | added holds something that is no text",
        "{\"added\":[\"Rag\"]} | Rag' is no topic",
        "{\"removed\":[\"other\"]} | route of its own",
        "{\"added\":[\"rag\"],\"removed\":[\"rag\"]} | both added and removed"
      })
  void aCorrectionThatIsNoneIsRefused(String body, String error) {
    // when
    Answer answer = intake.post("/api/posts/p2/correction", body);

    // then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).contains(error);
    assertThat(events("p2")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"added\":[\"rag\",\"ragg\"]} | no such topic: ragg",
        "{\"added\":[\"rag\"],\"removed\":[\"safety\",\"ragg\"]} | no such topic: ragg, safety",
      })
  void aCorrectionWithATopicThatNobodyKnowsIsRefusedWithThoseThatAreKnown(
      String body, String error) {
    // when
    Answer answer = intake.post("/api/posts/p3/correction", body);

    // then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo(error);
    assertThat(answer.json().path("mend").asString())
        .startsWith("known topics: ai-safety, ")
        .contains("rag")
        .doesNotContain("all");
    assertThat(events("p3")).isEmpty();
  }

  @Test
  void aTopicThatCameWithASwitchCanBeGivenByACorrection() {
    // given
    String correction = "{\"added\":[\"zeppelins\"]}";
    Answer before = intake.post("/api/posts/p4/correction", correction);
    intake.post(
        "/api/switches",
        """
        {"classifier": "taxonomy", "version": "8", "configuration": "version: 8\\n",
         "topics": {"zeppelins": "Zeppelins"}}
        """);

    // when
    Answer after = intake.post("/api/posts/p4/correction", correction);

    // then
    assertThat(before.status()).isEqualTo(400);
    assertThat(after.status()).isEqualTo(200);
  }

  @Test
  void aSwitchStandsInEveryPartitionAndItsTopicsHaveStreams() throws Exception {
    // when
    Answer answer =
        intake.post(
            "/api/switches",
            """
            {"classifier": "taxonomy", "version": "7", "configuration": "version: 7\\n",
             "topics": {"night-trains": "Night trains", "tea": "Tea"}}
            """);

    // then
    assertThat(answer.status()).isEqualTo(200);
    var expected =
        new PostEvent.Switched(
            new ClassifierSwitch(
                "taxonomy",
                "7",
                "version: 7\n",
                new TreeMap<>(Map.of("night-trains", "Night trains", "tea", "Tea"))));
    assertThat(posted(3, expected::equals))
        .filteredOn(record -> record.key().equals("switch"))
        .hasSize(3)
        .allMatch(record -> record.value().equals(expected))
        .extracting(ConsumerRecord::partition)
        .containsExactlyInAnyOrder(0, 1, 2);
    assertThat(broker.admin().listTopics().names().get())
        .contains("intake.topic.night-trains", "intake.topic.tea");
  }

  @Test
  void switchesThatBelongTogetherStandTogetherInEveryPartition() throws Exception {
    // when
    Answer answer =
        intake.post(
            "/api/switches",
            """
            {"switches": [
             {"classifier": "oracle", "version": "1", "configuration": "", "topics": {}},
             {"classifier": "thresholds", "version": "2", "configuration": "x", "topics": {}}]}
            """);

    // then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(posted(3, IntakeTest::isSwitchOfThresholds))
        .filteredOn(record -> record.value() instanceof PostEvent.Switched)
        .extracting(record -> ((PostEvent.Switched) record.value()).to().id())
        .containsSubsequence("oracle@1", "thresholds@2")
        .filteredOn(id -> id.equals("thresholds@2"))
        .hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"switches\":[]}",
        "{\"switches\":[{\"classifier\":\"t\"}]}",
        "{\"switches\":[null]}",
        "{\"classifier\":\"thresholds\",\"version\":\"2\",\"configuration\":\"\",\"topics\":{},"
            + "\"off\":true}",
        "{\"classifier\":\"t\",\"version\":\"1\",\"configuration\":\"\"}",
        "{\"classifier\":\"t\",\"version\":\"1\",\"configuration\":\"\",\"topics\":{\"a--b\":\"x\"}}",
        "{\"classifier\":\"t\",\"version\":\"1\",\"configuration\":\"\",\"topics\":{\"all\":\"x\"}}",
        "{\"classifier\":\"t\",\"version\":\"1\",\"configuration\":\"\",\"topics\":{\"../x\":\"x\"}}",
        "{\"classifier\":\"T!\",\"version\":\"1\",\"configuration\":\"\",\"topics\":{}}",
        "{\"classifier\":\"t\",\"version\":\"\",\"configuration\":\"\",\"topics\":{}}"
      })
  void aSwitchThatIsNoneIsRefused(String body) {
    // when
    Answer answer = intake.post("/api/switches", body);

    // then
    assertThat(answer.status()).as(answer.json().toString()).isEqualTo(400);
    assertThat(answer.error()).isNotBlank();
    assertThat(answer.json().path("mend").asString()).isNotBlank();
  }

  @Test
  void theSourceOfARequestMustBeAName() {
    // when
    Answer answer = intake.post("/api/posts?source=a%20b", "{\"text\":\"x\"}");

    // then
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.error()).isEqualTo("the source is no name");
  }

  private static boolean isFrom(Post post, String source) {
    return post.origin().source().equals(source);
  }

  private static String contentHash(String id) {
    return PostIds.contentHash(posts(id).getFirst());
  }

  /// All that is committed once as many events of a kind are there: a transaction shows in one
  /// partition after the other, some of them after whoever wrote it has been told.
  private static List<ConsumerRecord<String, PostEvent>> posted(
      int count, Predicate<PostEvent> kind) {
    return broker
        .read(TOPICS.posts())
        .until(
            count + " events of a kind",
            read -> read.stream().map(ConsumerRecord::value).filter(kind).count() >= count);
  }

  private static boolean isSwitchOfThresholds(PostEvent event) {
    return event instanceof PostEvent.Switched(var to) && to.id().equals("thresholds@2");
  }

  private static List<Post> posts(String id) {
    return events(id).stream().map(event -> ((PostEvent.Posted) event).post()).toList();
  }

  private static List<PostEvent> events(String id) {
    return broker.read(TOPICS.posts()).all().stream()
        .filter(record -> record.key().equals(id))
        .map(ConsumerRecord::value)
        .toList();
  }
}
