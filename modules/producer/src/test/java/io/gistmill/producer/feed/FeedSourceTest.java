package io.gistmill.producer.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.PostEvent;
import io.gistmill.domain.SourceDefinition;
import io.gistmill.domain.SourceMemory;
import io.gistmill.producer.source.PollResult;
import io.gistmill.producer.source.SourceCheck;
import io.gistmill.testsupport.peer.TestPeer;
import io.gistmill.web.AddressGuard;
import io.gistmill.web.WebClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FeedSourceTest {

  private static final String DATE = "Mon, 03 Mar 2025 11:00:00 GMT";

  private final TestPeer peer = new TestPeer();
  private final WebClient web = new WebClient(AddressGuard.withPrivate());
  private final FeedSourceType type = new FeedSourceType(web, InstantSource.fixed(Samples.NOW));

  @AfterEach
  void stop() {
    web.close();
    peer.close();
  }

  @Test
  void aPollRemembersWhatTheNextOneNeeds() throws InterruptedException {
    // given
    byte[] feed = bytes(Samples.rss(Samples.item("1", "One", DATE)));
    peer.on(
        "/feed",
        200,
        Map.of("ETag", "\"a\"", "Last-Modified", DATE, "Cache-Control", "public, max-age=7200"),
        feed);

    // when
    PollResult.Polled polled = (PollResult.Polled) poll(SourceMemory.EMPTY);

    // then
    assertThat(polled.events()).singleElement().isInstanceOf(PostEvent.Posted.class);
    assertThat(polled.memory().etag()).isEqualTo("\"a\"");
    assertThat(polled.memory().lastModified()).isEqualTo(DATE);
    assertThat(polled.memory().title()).isEqualTo("T");
    assertThat(polled.memory().seen()).hasSize(1);
    assertThat(polled.hints().atLeast()).isEqualTo(Duration.ofHours(2));
    assertThat(polled.warning()).isNull();
  }

  @Test
  void anUnchangedFeedIsNotSentAgain() throws InterruptedException {
    // given
    peer.on("/feed", 304, Map.of(), new byte[0]);
    var memory =
        new SourceMemory(null, "T", "\"a\"", DATE, List.of("0011223344556677p8899aabbccdd"));

    // when
    PollResult result = poll(memory);

    // then
    assertThat(result)
        .isInstanceOfSatisfying(
            PollResult.Unchanged.class,
            unchanged -> assertThat(unchanged.memory()).isEqualTo(memory));
    assertThat(peer.asked().getFirst().headers())
        .containsEntry("if-none-match", "\"a\"")
        .containsEntry("if-modified-since", DATE);
  }

  @Test
  void aFeedThatMovedForGoodIsReadAtItsNewPlace() throws InterruptedException {
    // given
    peer.redirect("/feed", 301, "/new").on("/new", "text/xml", Samples.rss(""));

    // when
    PollResult.Polled first = (PollResult.Polled) poll(SourceMemory.EMPTY);
    poll(first.memory());

    // then
    assertThat(first.memory().movedTo()).isEqualTo(peer.address("/new").toString());
    assertThat(peer.asked())
        .extracting(TestPeer.Asked::path)
        .containsExactly("/feed", "/new", "/new");
  }

  @Test
  void anEmptyFirstPollIsAFirstPoll() throws InterruptedException {
    // given
    peer.on("/feed", "text/xml", Samples.rss(""));
    PollResult.Polled first = (PollResult.Polled) poll(SourceMemory.EMPTY);
    peer.on("/feed", "text/xml", Samples.rss("<item><title>undated</title></item>"));

    // when
    PollResult.Polled second = (PollResult.Polled) poll(first.memory());

    // then
    assertThat(second.events()).singleElement().isInstanceOf(PostEvent.Posted.class);
  }

  @Test
  void failuresAreData() throws InterruptedException {
    // given
    peer.on("/feed", 410, Map.of(), new byte[0]);

    // when
    PollResult gone = poll(SourceMemory.EMPTY);
    peer.on("/feed", 503, Map.of("Retry-After", "600"), new byte[0]);
    PollResult busy = poll(SourceMemory.EMPTY);
    peer.on("/feed", "text/html", "<html><body>Under repair</body></html>");
    PollResult page = poll(SourceMemory.EMPTY);

    // then
    assertThat(gone)
        .isEqualTo(
            new PollResult.Failed(
                "127.0.0.1 answered 410: what was at this address is gone for good", true, null));
    assertThat(busy)
        .isEqualTo(
            new PollResult.Failed(
                "127.0.0.1 answered 503: it has troubles of its own",
                false,
                Duration.ofMinutes(10)));
    assertThat(page)
        .isEqualTo(
            new PollResult.Failed(
                "what stands at 127.0.0.1 is a web page, not a feed", false, null));
  }

  @Test
  void theEndOfAFeedWithoutMeasureIsCutOffAndTold() throws InterruptedException {
    // given
    String items =
        IntStream.range(0, Feeds.MOST_ITEMS + 5)
            .mapToObj(i -> Samples.item("g" + i, "t" + i, DATE))
            .collect(Collectors.joining());
    peer.on("/feed", "text/xml", Samples.rss(items));

    // when
    PollResult.Polled polled = (PollResult.Polled) poll(SourceMemory.EMPTY);

    // then
    assertThat(polled.events()).hasSize(Feeds.MOST_ITEMS);
    assertThat(polled.warning()).isEqualTo("the feed has 10005 items; the first 10000 were taken");
  }

  @Test
  void aPageLeadsToItsFeed() throws InterruptedException {
    // given
    peer.on(
        "/",
        "text/html",
        """
        <!doctype html><html><head><title>Mill</title>
        <link rel="stylesheet" href="x.css">
        <link rel="alternate" type="application/rss+xml" href="broken">
        <link rel="alternate" type="application/atom+xml; charset=utf-8" href="atom">
        </head><body>hello</body></html>\
        """);
    peer.on("/broken", "text/plain", "no feed");
    peer.on("/atom", 200, Map.of(), Samples.bytes("atom.xml"));

    // when
    SourceCheck check = type.check(peer.address("/").toString());

    // then
    assertThat(check)
        .isInstanceOfSatisfying(
            SourceCheck.Usable.class,
            usable -> {
              assertThat(usable.address()).isEqualTo(peer.address("/atom").toString());
              assertThat(usable.title()).isEqualTo("Wheel <notes>");
              assertThat(usable.events()).hasSize(2);
            });
  }

  @Test
  void aPageWithoutAFeedIsToldSo() throws InterruptedException {
    // given
    peer.on("/", "text/html", "<!doctype html><html><body>hello</body></html>");

    // when
    SourceCheck check = type.check(peer.address("/").toString());

    // then
    assertThat(check)
        .isInstanceOfSatisfying(
            SourceCheck.Unusable.class,
            unusable ->
                assertThat(unusable.reason()).isEqualTo("it is a web page that names no feed"));
  }

  @Test
  void addressesWithoutASchemeAreMeantSafely() {
    // when, then
    assertThat(type.normal("mill.example.org/feed")).isEqualTo("https://mill.example.org/feed");
    assertThat(type.normal("feed:https://mill.example.org/"))
        .isEqualTo("https://mill.example.org/");
    assertThat(type.normal("http://mill.example.org")).isEqualTo("http://mill.example.org/");
  }

  private PollResult poll(SourceMemory memory) throws InterruptedException {
    var definition =
        new SourceDefinition("mill", "feed", peer.address("/feed").toString(), null, Samples.NOW);
    return type.open(definition).poll(memory, Samples.NOW);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
