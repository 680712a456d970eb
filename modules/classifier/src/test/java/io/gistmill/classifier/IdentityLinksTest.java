package io.gistmill.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityLinksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      textBlock =
          """
          http://www.Mill.example/News/ https://mill.example/News
          https://user:pass@mill.example:443/news#part https://mill.example/news
          https://mill.example:8443/news https://mill.example:8443/news
          https://mill.example/news?utm_source=a&b=2&fbclid=x&a=1&ref=me https://mill.example/news?a=1&b=2
          https://mill.example//news///two// https://mill.example/news/two
          https://mill.example/?page=7 https://mill.example?page=7
          https://m.mill.example./news https://mill.example/news
          https://en.m.wikipedia.org/wiki/Mill https://en.wikipedia.org/wiki/Mill
          https://磨坊.example/新闻 https://磨坊.example/新闻
          https://twitter.com/Miller/status/17?s=20&t=abc https://x.com/i/status/17
          https://mobile.twitter.com/miller/status/17/photo/1 https://x.com/i/status/17
          https://x.com/i/web/status/17 https://x.com/i/status/17
          https://arxiv.org/abs/2401.01234v2 https://arxiv.org/abs/2401.01234
          http://arxiv.org/pdf/2401.01234v1.pdf https://arxiv.org/abs/2401.01234
          https://arxiv.org/html/2401.01234v1/ https://arxiv.org/abs/2401.01234
          https://ar5iv.labs.arxiv.org/html/2401.01234 https://arxiv.org/abs/2401.01234
          https://huggingface.co/papers/2401.01234 https://arxiv.org/abs/2401.01234
          https://arxiv.org/pdf/cs/0301027v1 https://arxiv.org/abs/cs/0301027
          https://arxiv.org/list/cs.AI/recent https://arxiv.org/list/cs.AI/recent
          https://github.com/OldMill/Wheel.git https://github.com/oldmill/wheel
          https://github.com/oldmill/wheel/blob/main/README.md?plain=1#top https://github.com/oldmill/wheel
          https://raw.githubusercontent.com/oldmill/wheel/main/a.txt https://github.com/oldmill/wheel
          https://huggingface.co/oldmill/Wheel-7/tree/main https://huggingface.co/oldmill/Wheel-7
          https://huggingface.co/spaces/oldmill/wheel?logs=1 https://huggingface.co/spaces/oldmill/wheel
          https://youtu.be/Ab_c-9?t=30 https://youtube.com/watch?v=Ab_c-9
          https://m.youtube.com/watch?t=3&v=Ab_c-9&list=PL https://youtube.com/watch?v=Ab_c-9
          https://www.youtube.com/shorts/Ab_c-9?feature=share https://youtube.com/watch?v=Ab_c-9
          https://mp.weixin.qq.com/s?__biz=A&mid=1&idx=2&sn=f&chksm=9&scene=1 https://mp.weixin.qq.com/s?__biz=A&idx=2&mid=1&sn=f
          """)
  void oneThingHasOneAddress(String written, String canonical) {
    assertThat(IdentityLinks.of(TestPosts.linking(null, written)).links())
        .containsExactly(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://mill.example",
        "https://mill.example/#top",
        "https://mill.example/?utm_source=x",
        "https://x.com/miller",
        "https://twitter.com/miller/",
        "https://github.com/oldmill",
        "https://github.com/topics/mills",
        "https://github.com/orgs/oldmill/repositories",
        "https://www.youtube.com/@oldmill",
        "https://www.youtube.com/channel/UC1",
        "https://social.example/@miller",
        "https://www.google.com/search?q=mill",
        "https://www.linkedin.com/in/miller/",
        "https://huggingface.co/oldmill",
        "https://t.co/AbCd",
        "ftp://mill.example/news",
        "mailto:miller@mill.example",
        "https://",
        "https://localhost/news",
        "https://:80/news",
        "https://mill..example/news",
        "nonsense",
        "",
        "\uD800"
      })
  void homePagesProfilesAndTheLikeNameNothing(String link) {
    assertThat(IdentityLinks.of(TestPosts.linking(null, link)).links()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          论文 arxiv.org/abs/2311.17117，代码还没有 | https://arxiv.org/abs/2311.17117
          see arXiv:2311.17117v2 for the proofs | https://arxiv.org/abs/2311.17117
          代码：github.com/OldMill/Wheel/tree/main/src。 | https://github.com/oldmill/wheel
          youtu.be/Ab_c-9 | https://youtube.com/watch?v=Ab_c-9
          """)
  void addressesWithoutSchemeAreReadFromTheText(String text, String canonical) {
    assertThat(IdentityLinks.of(TestPosts.post("p", text)).links()).containsExactly(canonical);
  }

  @Test
  void thingsAndHostsAreNamed() {
    IdentityLinks links =
        IdentityLinks.of(
            TestPosts.linking(
                null,
                "https://github.com/oldmill/wheel",
                "https://huggingface.co/oldmill/Wheel-7",
                "https://www.mill.example"));

    assertThat(links.things()).containsExactly("wheel", "Wheel-7");
    assertThat(links.hosts()).containsExactly("mill.example");
  }

  @Test
  void sortedWithoutRepeats() {
    var post =
        TestPosts.linking(
            null,
            "https://b.example/2",
            "https://a.example/1",
            "http://www.b.example/2/",
            "https://a.example");

    assertThat(IdentityLinks.of(post).links())
        .containsExactly("https://a.example/1", "https://b.example/2");
  }

  @Test
  void thePostsOwnAddressIsNotWhatItIsAbout() {
    var post =
        TestPosts.linking(
            "https://x.com/miller/status/17",
            "https://twitter.com/miller/status/17?s=20",
            "https://mill.example/news");

    assertThat(IdentityLinks.of(post).links()).containsExactly("https://mill.example/news");
  }

  @Test
  void aListOfLinksIsAboutNoneOfThem() {
    String[] three = {"https://a.example/1", "https://a.example/2", "https://a.example/3"};
    String[] four = {
      "https://a.example/1", "https://a.example/2", "https://a.example/3", "https://a.example/4"
    };

    assertThat(IdentityLinks.of(TestPosts.linking(null, three)).links()).hasSize(3);
    assertThat(IdentityLinks.of(TestPosts.linking(null, four)).links()).isEmpty();
  }

  @Test
  void hugeAddressesAreHarmless() {
    String at = "https://" + "a@".repeat(100_000);
    String dots = "https://" + "a.".repeat(100_000) + "example/x";
    String slashes = "https://mill.example" + "/".repeat(100_000) + "?" + "&".repeat(100_000);

    assertThat(IdentityLinks.of(TestPosts.linking(null, at, slashes)).links()).isEmpty();
    assertThat(IdentityLinks.of(TestPosts.linking(null, dots)).links()).hasSize(1);
  }
}
