package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.gistmill.domain.Post;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HeadlineTest {

  private static final Duration AT_ONCE = Duration.ofSeconds(20);
  private static final String WORDS = "The loom has a new shuttle";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "推荐阅读：《织机的日志哲学》 | 《织机的日志哲学》",
        "转译：为什么织机从不问时间 | 为什么织机从不问时间",
        "推荐阅读：织机为何从不问时间 [译] | 织机为何从不问时间",
        "《织机为何从不问时间》（翻译） | 《织机为何从不问时间》",
        "【譯】织机为何从不问时间 | 织机为何从不问时间",
        "织机支持多种任务（翻译）和摘要 | 织机支持多种任务（翻译）和摘要",
        "#开源项目推荐：Loomweft 日志织机 | Loomweft 日志织机",
        "【快讯】织机 3.0 正式开源 | 织机 3.0 正式开源",
        "RT @miotarn: Loomweft 3.0 is out today | Loomweft 3.0 is out today",
        "🚀🔥 Loomweft 3.0 is out today | Loomweft 3.0 is out today",
        "## **Loomweft 3.0** is out today | Loomweft 3.0 is out today",
        "Loomweft 3.0 is out today https://loom.example/3 | Loomweft 3.0 is out today",
        "Loomweft（https://loom.example/3 ）把日志织成布 | Loomweft 把日志织成布",
        "Loomweft (https://loom.example/3) weaves logs | Loomweft weaves logs",
        "介绍 Loomweft（https://loom.example/3 的文章） | 介绍 Loomweft（ 的文章）",
        "Loomweft (https://loom.example/3 by its team) weaves logs |"
            + " Loomweft ( by its team) weaves logs",
        "Loomweft (see https://loom.example/3) weaves logs | Loomweft (see ) weaves logs",
        "Loomweft (https://loom.example/Loom_(3)) weaves logs | Loomweft weaves logs",
        "[Loomweft 3.0 is out](https://loom.example/3) and fast | Loomweft 3.0 is out and fast",
        "[🚀 Loomweft 3.0 is out](https://loom.example/3) | Loomweft 3.0 is out",
        "Loomweft 3.0 is out today #logs #weaving | Loomweft 3.0 is out today",
        "#Loomweft 3.0 is out today | Loomweft 3.0 is out today",
        "织机 3.0 的五个新特性： | 织机 3.0 的五个新特性"
      })
  void takesWordsOnly(String text, String headline) {
    assertThat(Headline.of(BriefPosts.text(text))).isEqualTo(headline);
  }

  @Test
  void takesTheTitleWhereThereIsOne() {
    // given
    Post post =
        BriefPosts.post("Weaving logs, part 2", "Some text.", List.of(), List.of(), List.of());

    // when
    String headline = Headline.of(post);

    // then
    assertThat(headline).isEqualTo("Weaving logs, part 2");
  }

  @Test
  void passesOverLinesThatSayNothing() {
    // given
    Post post = BriefPosts.text("哇！\n@miotarn\nhttps://loom.example/3\n织机 3.0 把日志织成了布。");

    // when
    String headline = Headline.of(post);

    // then
    assertThat(headline).isEqualTo("织机 3.0 把日志织成了布");
  }

  @Test
  void doesNotBeginWithWhatNeedsTheWordsBefore() {
    // given
    Post post =
        BriefPosts.text(
            "There is a test of which I am fond, because it has caught more broken looms than all"
                + " the others, and which nobody on the team would dare to take away or to change.");

    // when
    String headline = Headline.of(post);

    // then
    assertThat(headline).isEqualTo("There is a test of which I am fond");
  }

  @Test
  void doesNotCallUponTheReader() {
    // given
    Post post = BriefPosts.text("欢迎关注我的公众号，转发三连！\n织机 3.0 把日志织成了布。\n点击阅读原文。");

    // when
    String headline = Headline.of(post);

    // then
    assertThat(headline).isEqualTo("织机 3.0 把日志织成了布");
  }

  @Test
  void takesOneSentenceOfALongLine() {
    // given
    Post post =
        BriefPosts.text(
            "Loomweft weaves logs into cloth. Its shuttle was made by hand. The team of Loomweft"
                + " tells what comes next. There will be a meeting in May.");

    // when
    String headline = Headline.of(post);

    // then
    assertThat(headline).isEqualTo("Loomweft weaves logs into cloth");
  }

  @Test
  void cutsALongSentenceWithinItsRoom() {
    // given
    Post post = BriefPosts.text("织机把日志织成布，".repeat(20));

    // when
    String headline = Headline.of(post);

    // then
    assertThat(Width.of(headline)).isBetween(24, Headline.COLUMNS);
    assertThat(headline).endsWith("织成布");
  }

  @Test
  void isThatOfAQuotedPostWhereItsOwnWordsOnlyPointThere() {
    // given
    String quoted = "墨鹭科技开源了织机 Heronfold，速度快了三倍";

    // then
    assertThat(Headline.of(post("这段说得太对了", quoted))).isEqualTo(Headline.from(quoted));
    assertThat(Headline.of(post("读完之后我去问了作者，他说日志那一章是最后一周才写的，之前都没有。", quoted)))
        .doesNotContain("Heronfold");
  }

  private static Post post(String text, String quoted) {
    return BriefPosts.post(null, text, List.of(quoted), List.of(), List.of());
  }

  @Test
  void fallsBackToAQuotedPost() {
    // given
    Post post =
        BriefPosts.post(
            null, "👍", List.of("Loomweft 3.0 weaves logs into cloth."), List.of(), List.of());

    // when
    String headline = Headline.of(post);

    // then
    assertThat(headline).isEqualTo("Loomweft 3.0 weaves logs into cloth");
  }

  @Test
  void fallsBackToAReadersNoteAndThenToTheAddress() {
    // given
    List<String> links = List.of("https://loom.example/3");
    Post noted = BriefPosts.post(null, "", List.of(), List.of("值得再读一遍"), links);
    Post bare = BriefPosts.post(null, "https://loom.example/3", List.of(), List.of(), links);

    // when
    List<String> headlines = List.of(Headline.of(noted), Headline.of(bare));

    // then
    assertThat(headlines).containsExactly("值得再读一遍", "loom.example/3");
  }

  @Test
  void readsOnlyTheBeginningOfATitleAndNoHalfALetter() {
    // given
    Post post =
        BriefPosts.post("**".repeat(499) + "a𠀀", "Some text.", List.of(), List.of(), List.of());

    // when
    String headline = Headline.of(post);

    // then
    assertThat(headline).isEqualTo("a");
  }

  @Test
  void aHostileTitleGivesAHeadlineAtOnce() {
    Post post = BriefPosts.post("[".repeat(1_000_000), WORDS, List.of(), List.of(), List.of());

    String headline = assertTimeoutPreemptively(AT_ONCE, () -> Headline.of(post));

    assertThat(headline).isEqualTo(WORDS);
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void aHostileLineGivesAHeadlineAtOnce(String text) {
    String headline = assertTimeoutPreemptively(AT_ONCE, () -> Headline.of(BriefPosts.text(text)));

    assertThat(headline).startsWith(WORDS);
  }

  private static List<String> hostileTexts() {
    return List.of(
        WORDS + " #a".repeat(20_000),
        WORDS + " " + "[".repeat(60_000),
        WORDS + " " + "[a".repeat(30_000),
        WORDS + " " + "😀".repeat(30_000),
        WORDS + " " + "**".repeat(30_000),
        WORDS + "，".repeat(60_000),
        "@a ".repeat(5_000) + "\n" + WORDS,
        (WORDS + " " + "[".repeat(400) + "](" + " ".repeat(500) + "a\n").repeat(10),
        (WORDS + "“".repeat(85) + "—".repeat(880) + "a\n").repeat(8));
  }
}
