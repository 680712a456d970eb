package io.gistmill.producer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Quote;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {

  private static Quotes of(String text) {
    return Quotes.in(List.of(text.split("\n", -1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Worth a look.\n\nKite Lab @kite_lab\n\nWe open our archive today.",
        "Worth a look.\n\nKite Lab\n@kite_lab\nWe open our archive today.",
        "Worth a look.\n\nKite Lab\n\n@kite_lab\n\nWe open our archive today.",
        "Worth a look.\n\n—— Kite Lab\n\n@kite_lab\n\n10 月 7 日\n\nWe open our archive today.",
        "Worth a look.\n\n\nKite Lab\n@kite_lab\n\n12月15日\nWe open our archive today.",
        "Worth a look.\n\nKite Lab @kite_lab 2024-01-03\n\nWe open our archive today.",
        "Worth a look.\n\nKite Lab\n@kite_lab · Dec 15\nWe open our archive today."
      })
  void aQuotedPostIsTakenOut(String text) {
    Quotes quotes = of(text);

    assertThat(quotes.text()).isEqualTo("Worth a look.");
    assertThat(quotes.quoted())
        .containsExactly(new Quote("Kite Lab", "kite_lab", null, "We open our archive today."));
  }

  @Test
  void aDateLetsTheQuotedWordsBeginSmall() {
    Quotes quotes = of("看看这句。\n\nOrla Finch\n\n@birdperson\n\n10 月 7 日\n\nwings are cheap now");

    assertThat(quotes.quoted().getFirst().text()).isEqualTo("wings are cheap now");
  }

  @Test
  void aChineseNameCanBeQuoted() {
    Quotes quotes = of("转一条。\n\n远山的观察日记 @yuanshan01\n\n今天的数据不好看。");

    assertThat(quotes.quoted().getFirst().author()).isEqualTo("远山的观察日记");
    assertThat(quotes.text()).isEqualTo("转一条。");
  }

  @Test
  void severalQuotesEachHaveTheirWordsAndTheAuthorMayAnswer() {
    Quotes quotes =
        of("My prompt.\n\nreed\n@reed007\n\n12月15日\n能再短一些吗？\n\n青石\n@qingshi\n\n12月15日\n可以，删掉第二段。");

    assertThat(quotes.quoted())
        .containsExactly(
            new Quote("reed", "reed007", null, "能再短一些吗？"),
            new Quote("青石", "qingshi", null, "可以，删掉第二段。"));
  }

  @Test
  void aQuoteWithoutWordsAtTheEndIsKept() {
    Quotes quotes = of("她的博客值得看。\n\nMarisol\n\n@hellomarisol\n");

    assertThat(quotes.quoted()).containsExactly(new Quote("Marisol", "hellomarisol", null, ""));
  }

  @Test
  void theQuotedPostsOwnAddressIsItsLink() {
    Quotes quotes = of("Look.\n\nKite Lab\n@kite_lab\nNew maps https://x.com/Kite_Lab/status/55");

    assertThat(quotes.quoted().getFirst().link()).isEqualTo("https://x.com/Kite_Lab/status/55");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A map of every tide pool\n\n@orlafinch\n\ndrew it by hand over two winters.",
        "给潮汐做一张 3D 地图的办法\n\n@orlafinch\n\n制作了一个网页，可以旋转。",
        "Tidewise 把他们的绘图功能开放了\n\n@tidewise\n\n是一个白板。",
        "We translate the docs in any\n\n@tidewise\n\nrepo we can find.",
        "HUGE thanks to\n\n@orlafinch\n\nfor the drawings.",
        "最近资料很多。\n\n@orlafinch\n\n和\n\n@tidewise\n\n整理了一份清单。",
        "我还想感谢\n\n@orlafinch\n\n和\n\n@tidewise\n\n，他们借给我机器。",
        "新探索很多。海洋大学李舟团队\n\n@lizhou\n\n等同学的工作很好。",
        "来自 \n@tidewise\n 今年的一份研究表明，潮位在升。",
        "另外如果你记得 \n@orlafinch\n 做过的地图。",
        "Tidewise releases Pool-2 on @tidewise\n\nmodel: small",
        "好友李舟@lizhou\n\n的书出版了。",
        "Built together with @orlafinch\n\nMore soon.",
        "cc @orlafinch @tidewise\n\nMore soon.",
        "感谢 @orlafinch\n\n更多内容稍后。",
        "@orlafinch\n\n今天翻到有人整理的清单。",
        "People to follow:\n\nOrla Finch @orlafinch\n\nReed Marsh @reedmarsh\n\nKite Lab @kite_lab",
        "```\n\nOrla Finch\n@orlafinch\nThis is code.\n```"
      })
  void mentionsStayInTheText(String text) {
    Quotes quotes = of(text);

    assertThat(quotes.text()).isEqualTo(text.replaceAll(" +\n", "\n"));
    assertThat(quotes.quoted()).isEmpty();
  }
}
