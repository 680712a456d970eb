package io.gistmill.producer.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.domain.Post;
import io.gistmill.domain.PostIds;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class FeedReaderTest {

  @Test
  void anItemOfRss() throws FeedException {
    // when
    Post post = Samples.posts(Samples.read("rss2.xml")).getFirst();

    // then
    assertThat(post.id()).isEqualTo(PostIds.ofStableId("mill", "mill-2"));
    assertThat(post.origin().source()).isEqualTo("mill");
    assertThat(post.title()).isEqualTo("Reranking helps & costs");
    assertThat(post.author()).isEqualTo("Ada Finch");
    assertThat(post.link()).isEqualTo("https://mill.example.org/posts/2");
    assertThat(post.published()).isEqualTo("2025-03-03T00:00:00Z");
    assertThat(post.dateInferred()).isFalse();
    assertThat(post.text())
        .isEqualTo(
            """
            We rerank twice.

            See the paper and code, or https://plain.example.org/x.

            - first
            - second

            A chart of recall

            a = 1
            b = 2\
            """);
    assertThat(post.links())
        .containsExactly(
            "https://mill.example.org/papers/7",
            "https://code.example.org/rerank",
            "https://plain.example.org/x");
  }

  @Test
  void whatAnItemLacksIsMadeUpFor() throws FeedException {
    // when
    List<Post> posts = Samples.posts(Samples.read("rss2.xml"));

    // then
    assertThat(posts).as("an item of nothing is none").hasSize(3);
    Post bare = posts.get(1);
    assertThat(bare.id()).isEqualTo(PostIds.ofPermalink("https://mill.example.org/posts/1"));
    assertThat(bare.author()).as("never a mail address").isEqualTo("Bo Larsen");
    assertThat(bare.published()).isEqualTo(Samples.NOW);
    assertThat(bare.dateInferred()).isTrue();
    assertThat(bare.text()).isEqualTo("Plain words with a < b and café.");
    Post words = posts.get(2);
    assertThat(words.author()).isEqualTo("Mill & Wheel");
    assertThat(words.title()).isNull();
    assertThat(words.link()).isNull();
  }

  @Test
  void whatRssSaysAboutPolling() throws FeedException {
    // when
    FeedDocument feed = Samples.read("rss2.xml");

    // then
    assertThat(feed.title()).isEqualTo("Mill & Wheel");
    assertThat(feed.hints().atLeast()).isEqualTo(Duration.ofMinutes(90));
    assertThat(feed.hints().silentHours()).containsExactlyInAnyOrder(2, 3);
  }

  @Test
  void atom() throws FeedException {
    // when
    List<Post> posts = Samples.posts(Samples.read("atom.xml"));

    // then
    assertThat(posts)
        .extracting(Post::title)
        .containsExactly("Fish & <b>chips</b>", "Only updated");
    assertThat(posts)
        .extracting(Post::link)
        .containsExactly(
            "https://wheel.example.org/blog/2025/fish", "https://wheel.example.org/blog/2025/talk");
    assertThat(posts).extracting(Post::author).containsExactly("Dee Marsh", "Gil");
    assertThat(posts)
        .extracting(Post::published)
        .containsExactly(
            Instant.parse("2025-03-02T02:00:00Z"), Instant.parse("2025-03-01T10:00:00Z"));
    assertThat(posts).extracting(Post::text).containsExactly("One.\n\nTwo, here.", "A talk.");
    assertThat(posts.getFirst().links())
        .containsExactly("https://wheel.example.org/blog/2025/other");
  }

  @Test
  void rdf() throws FeedException {
    // when
    List<Post> posts = Samples.posts(Samples.read("rdf.xml"));

    // then
    assertThat(posts)
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.title()).isEqualTo("Grinding");
              assertThat(post.author()).isEqualTo("Ines Varga");
              assertThat(post.published()).isEqualTo("2025-03-01T07:30:00Z");
              assertThat(post.link()).isEqualTo("https://old.example.org/1");
            });
  }

  @Test
  void oldRssWithADoctypeAndEntitiesOfHtml() throws FeedException {
    // when
    List<Post> posts = Samples.posts(Samples.read("rss091.xml"));

    // then
    assertThat(posts).extracting(Post::title).containsExactly("First post");
  }

  @Test
  void jsonFeed() throws FeedException {
    // when
    List<Post> posts = Samples.posts(Samples.read("feed.json"));

    // then
    assertThat(posts).extracting(Post::author).containsExactly("Nell", "Tom");
    assertThat(posts)
        .extracting(Post::text)
        .containsExactly("Seven eight", "Six\n\nhttps://six.example.org/");
    assertThat(posts)
        .extracting(Post::link)
        .containsExactly("https://json.example.org/7", "https://json.example.org/6");
    assertThat(posts.getFirst().id()).isEqualTo(PostIds.ofStableId("mill", "7"));
    assertThat(posts.getFirst().links()).containsExactly("https://json.example.org/8");
    assertThat(posts.getLast().published()).isEqualTo("2025-03-01T00:00:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, utf-8, ''",
    "GB18030, gb2312, ''",
    "GB18030, '', text/xml; charset=gbk",
    "UTF-16, utf-16, ''",
    "UTF-16BE, utf-16, ''",
    "UTF-16LE, utf-16, ''",
    "UTF-8, no-such-charset, text/xml; charset=nonsense!",
    "UTF-8, '', text/xml; charset=us-ascii-but-wrong"
  })
  void theCharsetIsFound(String charset, String inProlog, String contentType) throws FeedException {
    // given
    String prolog =
        "<?xml version='1.0'%s?>"
            .formatted(inProlog.isEmpty() ? "" : " encoding='" + inProlog + "'");
    String document = prolog + Samples.rss("<item><title>磨坊里的龘</title></item>");
    byte[] bytes = document.getBytes(Charset.forName(charset));

    // when
    List<Post> posts = Samples.postsOf(Decoding.decode(bytes, contentType));

    // then
    assertThat(posts).extracting(Post::title).containsExactly("磨坊里的龘");
  }

  @Test
  void aMarkBeforeTheDocumentIsNoHindrance() throws FeedException {
    // given
    byte[] bytes =
        ("\uFEFF\n " + Samples.rss("<item><title>é</title></item>"))
            .getBytes(StandardCharsets.UTF_8);

    // when
    List<Post> posts = Samples.postsOf(Decoding.decode(bytes, "text/xml; charset=iso-8859-1"));

    // then
    assertThat(posts).extracting(Post::title).containsExactly("é");
  }

  @Test
  void signsThatXmlForbidsAreLeftOut() throws FeedException {
    // when
    List<Post> posts = Samples.postsOf(Samples.rss("<item><title>a\u0008b\uFFFFc</title></item>"));

    // then
    assertThat(posts).extracting(Post::title).containsExactly("abc");
  }

  @Test
  void entitiesThatADoctypeDeclaresAreNeverResolved() {
    // given
    String bomb =
        "<!DOCTYPE rss [<!ENTITY a 'ha'>"
            + IntStream.range(0, 9)
                .mapToObj(
                    i ->
                        "<!ENTITY a"
                            + (i + 1)
                            + " '"
                            + ("&a" + (i == 0 ? "" : i) + ";").repeat(10)
                            + "'>")
                .collect(Collectors.joining())
            + "]>"
            + Samples.rss("<item><title>&a9;</title></item>");

    // when, then
    assertThatThrownBy(() -> Samples.postsOf(bomb))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("is no feed")
        .hasMessageContaining("a9");
  }

  @Test
  void filesOfTheMachineAreNeverRead() throws FeedException {
    // given
    String document =
        "<!DOCTYPE rss [<!ENTITY % p SYSTEM 'file:///etc/passwd'><!ENTITY x SYSTEM"
            + " 'file:///etc/passwd'>%p;]>"
            + Samples.rss("<item><title>quiet</title></item>");

    // when
    List<Post> posts = Samples.postsOf(document);

    // then
    assertThat(posts).extracting(Post::title).containsExactly("quiet");
  }

  @ParameterizedTest
  @CsvSource({
    "'', is empty",
    "'   ', is empty",
    "'hello', neither XML nor JSON",
    "'<html><body>x</body></html>', is a web page",
    "'<!DOCTYPE html><title>x</title>', is a web page",
    "'<note>x</note>', is no feed",
    "'<rss version=\"2.0\"><channel>', is no feed",
    "'<rss version=\"2.0\"></rss>', is no feed",
    "'{\"items\":[]}', no JSON Feed",
    "'{\"version\":\"https://jsonfeed.org/version/1\"}', no JSON Feed",
    "'{\"version\":', is no JSON"
  })
  void whatIsNoFeedIsToldSo(String document, String reason) {
    // when, then
    assertThatThrownBy(() -> Samples.postsOf(document))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void aFeedWithoutItemsIsAFeed() throws FeedException {
    // when
    List<Post> posts = Samples.postsOf(Samples.rss(""));

    // then
    assertThat(posts).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00Z",
        "Mon, 01 Jan 0001 00:00:00 GMT",
        "Mon, 03 Mar 2031 00:00:00 GMT",
        "never",
        ""
      })
  void datesThatCannotBeAreNone(String date) throws FeedException {
    // when
    List<Post> posts = Samples.postsOf(Samples.rss(Samples.item("1", "t", date)));

    // then
    assertThat(posts)
        .singleElement()
        .satisfies(
            post -> {
              assertThat(post.dateInferred()).isTrue();
              assertThat(post.published()).isEqualTo(Samples.NOW);
            });
  }

  @Test
  void theSameItemTwiceIsOnePost() throws FeedException {
    // given
    String item = "<item><guid>https://a.example.org/1</guid><title>%s</title></item>";

    // when
    List<Post> posts = Samples.postsOf(Samples.rss(item.formatted("new") + item.formatted("old")));

    // then
    assertThat(posts).extracting(Post::title).containsExactly("new");
  }

  @Test
  void oneGuidForDifferentPagesTellsNothing() throws FeedException {
    // given
    String item =
        "<item><guid isPermaLink='false'>x</guid><link>https://a.example.org/%s</link></item>";

    // when
    List<Post> posts = Samples.postsOf(Samples.rss(item.formatted("1") + item.formatted("2")));

    // then
    assertThat(posts)
        .extracting(Post::id)
        .containsExactly(
            PostIds.ofPermalink("https://a.example.org/1"),
            PostIds.ofPermalink("https://a.example.org/2"));
  }

  @Test
  void anItemWithoutGuidLinkAndDateKeepsItsIdFromPollToPoll() throws FeedException {
    // given
    FeedDocument feed =
        FeedReader.read(Samples.rss("<item><title>t</title></item>"), Samples.ADDRESS);

    // when
    List<Post> later = new FeedPosts("mill", Samples.NOW.plusSeconds(3600)).of(feed.items());

    // then
    assertThat(later.getFirst().id()).isEqualTo(Samples.posts(feed).getFirst().id());
  }

  @Test
  void tenThousandItemsAreRead() throws FeedException {
    // given
    String items =
        IntStream.range(0, 10_000)
            .mapToObj(i -> Samples.item("g" + i, "t" + i, "Mon, 03 Mar 2025 00:00:00 GMT"))
            .collect(Collectors.joining());

    // when
    List<Post> posts = Samples.postsOf(Samples.rss(items));

    // then
    assertThat(posts).hasSize(10_000);
  }

  @Test
  void nestsWithoutEndAreToldOrRead() {
    // given
    String deep = "<b>".repeat(100_000);
    String html =
        Samples.rss(
            "<item><title>t</title><description><![CDATA[" + deep + "x]]></description></item>");
    String xml = Samples.rss("<item><title>t</title>" + deep + "</item>");

    // when, then
    assertThatThrownBy(() -> Samples.postsOf(xml)).isInstanceOf(FeedException.class);
    org.assertj.core.api.Assertions.assertThatCode(() -> Samples.postsOf(html))
        .doesNotThrowAnyException();
  }

  @Test
  void aTextBeyondAllMeasureIsCut() throws FeedException {
    // given
    String words = "words ".repeat(100_000);

    // when
    List<Post> posts =
        Samples.postsOf(Samples.rss("<item><description>" + words + "</description></item>"));

    // then
    assertThat(posts.getFirst().text()).hasSize(FeedPosts.LONGEST_TEXT + 1).endsWith("…");
  }
}
