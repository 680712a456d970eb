package io.gistmill.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.testsupport.kafka.TestBroker;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people see, through HTTP, of events on a real broker.
class PagesTest {

  private static TestBroker broker;
  private static Rig rig;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    broker = TestBroker.start();
    rig = new Rig(broker, "pages", folder);
    World.write(rig);
    rig.raw(rig.topics.tagged().name(), 0, "no json".getBytes(StandardCharsets.UTF_8));
    rig.raw(rig.topics.rejects().name(), 0, new byte[] {1});
    Files.createDirectories(folder.resolve("mails"));
    Files.writeString(
        folder.resolve("mails/2025-03-10-daily.eml"),
        """
        From: Gistmill <digest@mill.example.org>
        To: reader@example.org
        Subject: =?UTF-8?B?5LuK5pel5pGY6KaB?=
        Date: Mon, 10 Mar 2025 00:00:00 +0800
        MIME-Version: 1.0
        Content-Type: multipart/alternative; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8

        One story today.
        --b
        Content-Type: text/html; charset=utf-8

        <p>One <b>story</b> today.</p><script>alert(1)</script>
        --b--
        """
            .replace("\n", "\r\n"));
    rig.settle();
  }

  @AfterAll
  static void stop() {
    rig.close();
    broker.close();
  }

  @Test
  void todayShowsEachStoryUnderItsStrongestTopic() throws Exception {
    Document page = rig.page("/");

    assertThat(page.select("h1").text()).isEqualTo("Monday, 10 March 2025");
    assertThat(page.select("section.topic h2").eachText())
        .startsWith("Retrieval")
        .endsWith("No topic");
    assertThat(page.select("section.topic h3").eachText())
        .contains("检索之后再排一次，命中率提高 13 个百分点", "An agent that knows when to stop")
        .doesNotContain("A quiet week for schedulers", "Older than the feed");
    assertThat(page.select("section.topic .meta").eachText())
        .anyMatch(it -> it.contains("2 posts by 2 authors"));
  }

  @Test
  void theLastPostsStandOnTopEvenBeforeTheyAreInAStory() throws Exception {
    Document page = rig.page("/");

    assertThat(page.select("#fresh li")).hasSize(6);
    assertThat(page.select("#fresh .line").eachText()).contains("The mill turns.", "Final");
    assertThat(page.select("[data-since]").attr("data-since")).startsWith("1-");
  }

  @Test
  void aTopicShowsItsDays() throws Exception {
    Document page = rig.page("/topics/inference");

    Element today = page.select("section:contains(Today)").getFirst();
    Element yesterday = page.select("section:contains(Yesterday)").getFirst();
    assertThat(today.select("h3").text()).contains("小模型推理提速");
    assertThat(yesterday.select("h3").text()).contains("A quiet week for schedulers");
  }

  @Test
  void theArchiveOfATopicHoldsBackfilledPosts() throws Exception {
    Document page = rig.page("/topics/rag/archive");

    assertThat(page.select("h3").eachText()).contains("Older than the feed");
  }

  @Test
  void aStoryShowsAllItsPostsAndWhyTheyAreTogether() throws Exception {
    Document page = rig.page("/stories/story-zh1");

    assertThat(page.select(".thread > li")).hasSize(2);
    assertThat(page.select(".why").text()).contains("about the same address");
    assertThat(page.select(".why a").attr("href")).isEqualTo("https://bench.example.org/rerank");
    assertThat(page.select(".thread [lang=zh]")).isNotEmpty();
    assertThat(page.select(".thread [lang=en]")).isNotEmpty();
  }

  @Test
  void theAddressOfAStoryThatBecamePartOfAnotherLeadsThere() throws Exception {
    HttpResponse<String> answer = rig.get("/stories/story-en1");

    assertThat(answer.statusCode()).isEqualTo(301);
    assertThat(answer.headers().firstValue("Location")).contains("/stories/story-zh1");
  }

  @Test
  void aPostShowsItsEvidence() throws Exception {
    Document page = rig.page("/posts/zh1");

    assertThat(page.select(".post > .text mark").eachText()).containsExactly("重排序", "检索增强");
    assertThat(page.select("tbody tr").text()).contains("Retrieval", "93 %", "taxonomy@1");
    assertThat(page.select("blockquote").text()).contains("Ines Varga @inesv", "underrated");
    assertThat(page.select(".note").text()).contains("周末试一试");
    assertThat(page.select(".post .text a").attr("rel")).isEqualTo("nofollow noopener");
    assertThat(page.select("a[href=/stories/story-zh1]")).isNotEmpty();
  }

  @Test
  void anEditedPostShowsItsLastVersion() throws Exception {
    Document page = rig.page("/posts/ed1");

    assertThat(page.select(".text").text()).isEqualTo("Final words of a note on evaluation.");
    assertThat(page.select(".flag").text()).isEqualTo("edited");
  }

  @Test
  void aCorrectedPostHasTheTopicsOfItsReader() throws Exception {
    Document page = rig.page("/posts/co1");

    assertThat(page.select(".flag").text()).isEqualTo("topics corrected");
    assertThat(page.select("tbody th").eachText()).containsExactly("Agents");
    assertThat(rig.page("/topics/models").text()).doesNotContain("The mill turns");
  }

  @Test
  void aWithdrawnPostIsGoneEverywhere() throws Exception {
    HttpResponse<String> answer = rig.get("/posts/wd1");

    assertThat(answer.statusCode()).isEqualTo(410);
    assertThat(answer.body()).contains("taken back").doesNotContain("zebra");
    assertThat(rig.page("/search?q=zebra").select("h3")).isEmpty();
    assertThat(rig.get("/").body()).doesNotContain("zebra");
    assertThat(rig.get("/topics/rag/archive").body()).doesNotContain("zebra");
  }

  @ParameterizedTest
  @CsvSource({
    "检索增强, zh1",
    "增强, zh1",
    "索, zh1",
    "排, zh1",
    "'underrated ranking', zh1",
    "rerank, zh1",
    "agen, ag1",
    "backfilled, bf1",
    "林知夏, zh1",
    "'KV 缓存', inf1"
  })
  void aPostIsFoundByItsWords(String words, String id) throws Exception {
    String query = java.net.URLEncoder.encode(words, StandardCharsets.UTF_8);

    Document page = rig.page("/search?q=" + query);

    assertThat(page.select("h3 a").eachAttr("href")).contains("/posts/" + id);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\"",
        "*",
        "a AND",
        "NEAR(",
        "text:x",
        "<script>alert(1)</script>",
        "'; DROP TABLE posts; --",
        "%00",
        "😀",
        "-",
        "^a",
        "(((",
        "{}"
      })
  void anyQueryIsAnswered(String words) throws Exception {
    String query = java.net.URLEncoder.encode(words, StandardCharsets.UTF_8);

    HttpResponse<String> answer = rig.get("/search?q=" + query);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("<script>alert");
  }

  @Test
  void aVeryLongQueryIsAnswered() throws Exception {
    HttpResponse<String> answer = rig.get("/search?q=" + "ab+".repeat(1_500));

    assertThat(answer.statusCode()).isEqualTo(200);
  }

  @Test
  void digestsAreListedByDayAndWeek() throws Exception {
    Document page = rig.page("/digests");

    assertThat(page.select("a").eachAttr("href"))
        .contains(
            "/digests/weekly/2025-W10/all",
            "/digests/daily/2025-03-09/all",
            "/digests/daily/2025-03-09/inference");
  }

  @Test
  void aDigestShowsItsStories() throws Exception {
    Document page = rig.page("/digests/daily/2025-03-09/inference");

    assertThat(page.select("h1").text()).isEqualTo("Sunday, 9 March 2025: Inference");
    assertThat(page.select("li h2").eachText()).containsExactly("A quiet week for schedulers");
    assertThat(page.text()).contains("3 more stories are not shown. Stories of Inference");
    assertThat(page.select("a:contains(Stories of)").eachAttr("href"))
        .containsExactly("/topics/inference");
  }

  @Test
  void aDigestOfAllTopicsLeadsToTheListOfThem() throws Exception {
    Document page = rig.page("/digests/daily/2025-03-09/all");

    assertThat(page.select("a:contains(Stories by topic)").eachAttr("href"))
        .containsExactly("/topics");
  }

  @Test
  void mailsAreShownWhereTheyCanDoNothing() throws Exception {
    Document list = rig.page("/mails");
    Document mail = rig.page("/mails/2025-03-10-daily.eml");
    HttpResponse<String> body = rig.get("/mails/2025-03-10-daily.eml/body");

    assertThat(list.select(".line").text()).isEqualTo("今日摘要");
    assertThat(mail.select("iframe").hasAttr("sandbox")).isTrue();
    assertThat(mail.select("iframe").attr("sandbox")).isEmpty();
    assertThat(mail.select("pre").text()).isEqualTo("One story today.");
    assertThat(body.headers().firstValue("Content-Security-Policy").orElse(""))
        .startsWith("sandbox; default-src 'none'");
    assertThat(rig.get("/mails/..%2Fcopy.db").statusCode()).isIn(400, 404);
  }

  @Test
  void theStatusSaysWhatWasReadAndWhatCouldNotBe() throws Exception {
    Document page = rig.page("/status");

    assertThat(page.select(".services").text()).contains("gateway ready");
    assertThat(page.select("dl > div").eachText())
        .contains("Rejects 1", "Records that could not be decoded here 1", "Withdrawals 1")
        .anyMatch(it -> it.startsWith("Last tick 10 Mar 2025, 16:00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/posts/nope",
        "/stories/nope",
        "/topics/nope",
        "/digests/daily/2020-01-01/all",
        "/digests/x/y/z",
        "/mails/nope.eml",
        "/nope"
      })
  void whatIsNotThereIsSaidInTheSameStyle(String path) throws Exception {
    HttpResponse<String> answer = rig.get(path, "Accept", "text/html");

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is no such", "gistmill.css");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/topics",
        "/topics/rag",
        "/stories/story-zh1",
        "/posts/zh1",
        "/digests",
        "/digests/daily/2025-03-09/all",
        "/search?q=rag",
        "/mails",
        "/status"
      })
  void pagesAreSmallWholeAndClosed(String path) throws Exception {
    HttpResponse<String> answer = rig.get(path);
    Document page = org.jsoup.Jsoup.parse(answer.body());

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(60_000);
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'");
    assertThat(page.select("main, nav, h1")).hasSize(3);
    assertThat(page.select("a.skip").attr("href")).isEqualTo("#main");
    assertThat(page.select("[style], script:not([src])")).isEmpty();
    assertThat(page.select("time:not([datetime])")).isEmpty();
  }

  @Test
  void assetsAreSmallAndKeptForEver() throws Exception {
    Document page = rig.page("/");
    HttpResponse<String> css = rig.get(page.select("link[rel=stylesheet]").attr("href"));
    HttpResponse<String> script = rig.get(page.select("script").attr("src"));

    assertThat(css.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
    assertThat(css.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(15_000);
    assertThat(script.body().getBytes(StandardCharsets.UTF_8).length).isLessThan(5_000);
  }
}
