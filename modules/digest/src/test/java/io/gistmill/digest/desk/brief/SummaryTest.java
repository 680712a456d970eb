package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Emphasis;
import io.gistmill.domain.Post;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SummaryTest {

  private static final String ENGLISH =
      """
      Loomweft 3.0

      Loomweft 3.0 releases its weaver under an open licence. The weaver turns raw logs into cloth \
      at 2.5 GB a second on one core. Follow me for more!

      Thread below:
      - install it
      - run it
      https://loom.example/3
      """;

  private static final String CHINESE =
      """
      织机 3.0 开源

      织机团队今天正式开源了 3.0 版本，日志织造的速度比上一版快了三倍。你们觉得怎么样？

      新的织造引擎在单核上每秒能处理 2.5 GB 日志，内存占用只有原来的一半。

      感兴趣的朋友可以点击下面的链接：https://loom.example/3
      """;

  @Test
  void choosesSentencesThatSayWhatHappened() {
    assertThat(summary(ENGLISH, "Loomweft 3.0"))
        .isEqualTo(
            "Loomweft 3.0 releases its weaver under an open licence. The weaver turns raw logs into"
                + " cloth at 2.5 GB a second on one core.");
  }

  @Test
  void joinsSentencesThatStandApartWithALineBreak() {
    assertThat(summary(CHINESE, "织机 3.0 开源"))
        .isEqualTo("织机团队今天正式开源了 3.0 版本，日志织造的速度比上一版快了三倍。\n新的织造引擎在单核上每秒能处理 2.5 GB 日志，内存占用只有原来的一半。");
  }

  @Test
  void standsLiterallyInThePost() {
    // when
    String summary = summary(CHINESE, "织机 3.0 开源");

    // then
    assertThat(summary.lines()).allSatisfy(line -> assertThat(CHINESE).contains(line));
  }

  @Test
  void aPostOfLinksAloneHasNone() {
    assertThat(summary("https://loom.example/3\nhttps://loom.example/4", "loom.example/3"))
        .isEmpty();
  }

  @Test
  void doesNotCallUponTheReader() {
    assertThat(
            summary(
                "The loom weaves logs.\n\nPlease like, share and subscribe to our channel today!",
                "Looms"))
        .isEqualTo("The loom weaves logs.");
    assertThat(summary("Please like, share and subscribe to our channel today!", "Looms"))
        .isNotEmpty();
  }

  @Test
  void doesNotSayTheSameTwice() {
    // given
    String text =
        """
        The new weaving engine needs half the memory of the old one.
        The new weaving engine needs half the memory, unlike the old one.
        Its authors measured that on forty machines over a year.
        """;

    // when
    String summary = summary(text, "Loomweft 3.0");

    // then
    assertThat(summary.lines().filter(line -> line.contains("half the memory"))).hasSize(1);
  }

  @Test
  void fallsBackToAQuotedPostWhenThePostItselfSaysTooLittle() {
    // given
    String quoted = "Loomweft 3.0 weaves raw logs into cloth at 2.5 GB a second.";
    Post post = BriefPosts.post(null, "Nice.", List.of(quoted), List.of(), List.of());

    // when
    String summary = Summary.of(post, "Nice", Emphasis.NONE);

    // then
    assertThat(summary).isEqualTo(quoted);
  }

  @Test
  void keepsToItsRoom() {
    // given
    String text = "Loomweft weaves logs of every kind into one long cloth, ".repeat(30) + "always.";

    // when
    String summary = summary(text, "Loomweft");

    // then
    assertThat(Width.of(summary)).isBetween(100, Summary.COLUMNS);
    assertThat(text).startsWith(summary);
  }

  @Test
  void quotesWhereAClassifierSaysThatThePostSaysMost() {
    // given
    int from = CHINESE.indexOf("你们觉得") / Emphasis.STRETCH;
    List<Integer> strengths =
        IntStream.range(0, CHINESE.length() / Emphasis.STRETCH)
            .mapToObj(stretch -> stretch == from ? 90 : -40)
            .toList();

    // when
    String summary = Summary.of(BriefPosts.text(CHINESE), "织机 3.0 开源", new Emphasis(strengths));

    // then
    assertThat(summary).contains("你们觉得怎么样？");
    assertThat(summary(CHINESE, "织机 3.0 开源")).doesNotContain("你们觉得怎么样？");
  }

  private static String summary(String text, String headline) {
    return Summary.of(BriefPosts.text(text), headline, Emphasis.NONE);
  }
}
