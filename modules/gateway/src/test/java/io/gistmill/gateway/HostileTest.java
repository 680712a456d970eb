package io.gistmill.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.testsupport.kafka.TestBroker;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Posts by somebody who means harm, in every field that the sender can fill.
class HostileTest {

  private static final String SCRIPT =
      "<script>alert('x')</script>\"'><img src=x onerror=alert(1)>";
  private static final String TURNED = "safe\u202Eexe.gpj\u2066";
  private static final String UNSEEN = "A\u200Bd\u200Da\u2060\uFEFF";

  private static TestBroker broker;
  private static Rig rig;

  @BeforeAll
  static void start(@TempDir Path folder) {
    broker = TestBroker.start();
    rig = new Rig(broker, "hostile", folder);
    rig.tick(Samples.NOW);
    rig.post(hostile());
    rig.post(
        Samples.tagged(
            Samples.post("huge", "H", "", "很长的一段话。Long words 😀".repeat(15_000)), Samples.NOW, 1));
    rig.write(
        Samples.daily("all", World.MIDNIGHT, Samples.NOW, "story-evil:evil", "story-huge:huge"));
    rig.settle();
  }

  @AfterAll
  static void stop() {
    rig.close();
    broker.close();
  }

  private static TaggedEvent hostile() {
    var evidence =
        List.of(
            new Evidence(Evidence.Part.TEXT, 0, 0, SCRIPT.substring(0, 8)),
            new Evidence(Evidence.Part.TEXT, 0, 4, SCRIPT.substring(4, 30)),
            new Evidence(Evidence.Part.TEXT, 0, Integer.MAX_VALUE, "beyond"),
            new Evidence(Evidence.Part.QUOTED, 99, 0, "no such quote"),
            new Evidence(Evidence.Part.TITLE, 0, 3, "not there"));
    var tag = new Tag("rag", Fixed.ONE, SCRIPT, evidence);
    var post =
        new Post(
            "evil",
            new Origin(SCRIPT, null),
            SCRIPT + TURNED + UNSEEN,
            SCRIPT + TURNED + UNSEEN,
            Samples.NOW,
            true,
            "javascript:alert(1)",
            SCRIPT + TURNED,
            SCRIPT + TURNED + " javascript:alert(2) https://good.example.org/a?b=\"c<d>",
            List.of(new Quote(SCRIPT + UNSEEN, SCRIPT + UNSEEN, "data:text/html,x", SCRIPT)),
            List.of(SCRIPT),
            List.of("javascript:alert(3)", "https://ok.example.org/", "file:///etc/passwd"));
    return new TaggedEvent.Tagged(
        new TaggedPost(
            post,
            Samples.NOW,
            1,
            Language.MIXED,
            List.of(new Outcome.Failed(SCRIPT, SCRIPT)),
            List.of(tag),
            new Fingerprint(List.of(), List.of("javascript:alert(4)"))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/posts/evil",
        "/posts/huge",
        "/posts/huge?all=1",
        "/stories/story-evil",
        "/topics/rag",
        "/topics/rag/archive",
        "/digests/daily/2025-03-09/all",
        "/search?q=alert",
        "/search?q=%E5%BE%88%E9%95%BF"
      })
  void nothingRuns(String path) throws Exception {
    HttpResponse<String> answer = rig.get(path);
    Document page = Jsoup.parse(answer.body());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(page.select("script:not([src^=/assets/]), img, [onerror], iframe")).isEmpty();
    assertThat(page.select("a").eachAttr("href"))
        .allMatch(
            link -> link.startsWith("/") || link.startsWith("#") || link.startsWith("https://"));
    assertThat(answer.body())
        .doesNotContain("\u202E", "\u2066", "\u200B", "\u200D", "\u2060", "\uFEFF");
  }

  @Test
  void aHugeTextIsCutAndCanBeReadInFull() throws Exception {
    HttpResponse<String> cut = rig.get("/posts/huge");
    HttpResponse<String> all = rig.get("/posts/huge?all=1");

    assertThat(cut.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(60_000);
    assertThat(cut.body()).contains("Show all").doesNotContain("\uFFFD");
    assertThat(all.body().length()).isGreaterThan(250_000);
  }

  @Test
  void theStreamStaysOneLineAnEvent() throws Exception {
    try (SseReader reader =
        SseReader.open(rig.address() + "/streams/all?since=1970-01-01T00:00:00Z", null)) {
      SseReader.Event event = Objects.requireNonNull(reader.next());

      assertThat(event.data().get("author").asString()).isIn(SCRIPT + TURNED + UNSEEN, "H");
    }
  }
}
