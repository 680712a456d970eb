package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExcerptsTest {

  @Test
  void beginAndEndWithAClause() {
    assertThat(excerpts("织机团队今天开源，速度快了三倍：内存减半。"))
        .contains("织机团队今天开源", "织机团队今天开源，速度快了三倍", "速度快了三倍", "速度快了三倍：内存减半", "内存减半")
        .doesNotContain("织机团队今天开源，");
  }

  @Test
  void keepTheMarksOfABooksNameTogether() {
    assertThat(excerpts("推荐《织机，以及日志》这本书"))
        .contains("《织机，以及日志》", "推荐《织机，以及日志》这本书")
        .doesNotContain("织机，以及日志", "推荐《织机");
  }

  @Test
  void doNotEndBeforeAQuoteThatTheyNeed() {
    assertThat(excerpts("它给我写了个“其余不变”，很快")).contains("它给我写了个“其余不变”", "很快").doesNotContain("它给我写了个");
  }

  @Test
  void neitherBeginNorEndAtAQuoteInTheMiddleOfAClause() {
    assertThat(excerpts("把文章变成「一页纸卡片」的提示词，很快"))
        .contains("把文章变成「一页纸卡片」的提示词", "很快")
        .noneMatch(excerpt -> excerpt.startsWith("「") || excerpt.endsWith("」"));
  }

  @Test
  void mayBeAQuoteWithWhichAClauseBegins() {
    assertThat(excerpts("“织机的速度快了三倍”，作者说")).contains("织机的速度快了三倍");
  }

  @Test
  void doNotBeginOrEndWithThePaperThatIsQuoted() {
    assertThat(excerpts("据《织机晨报》报道，墨鹭科技正在谈新一轮融资"))
        .contains("墨鹭科技正在谈新一轮融资")
        .doesNotContain("《织机晨报》", "据《织机晨报》");
  }

  @Test
  void doNotEndInsideANumber() {
    assertThat(excerpts("It weaves 3,000 logs a second, and sleeps"))
        .containsExactly(
            "It weaves 3,000 logs a second",
            "It weaves 3,000 logs a second, and sleeps",
            "and sleeps");
  }

  @Test
  void areCutWhereNoClauseIsShortEnough() {
    assertThat(excerpts("织机".repeat(60))).containsExactly("织机".repeat(29));
  }

  @Test
  void standInTheirText() {
    // given
    String text = "“织机”3.0（测试版）开源，很快！\n《日志》：读后感";

    // when
    List<String> excerpts = excerpts(text);

    // then
    assertThat(excerpts).isNotEmpty().allSatisfy(excerpt -> assertThat(text).contains(excerpt));
  }

  @Test
  void beginBehindTheMarksInsideAQuote() {
    assertThat(excerpts("织机说“ ，日志成布”，很快")).contains("日志成布").doesNotContain("，日志成布");
  }

  @Test
  void areFoundOnceWhereMarksStandTogether() {
    assertThat(excerpts("首发——织机开源了”，很快")).containsExactly("首发", "首发——织机开源了", "织机开源了", "很快");
  }

  @Test
  void countAClauseOnceWhereMarksStandTogether() {
    // given
    String text = "“首发”——织机开源了：“很快”，也很小";

    // when
    List<String> clauses =
        found(text).stream().map(one -> one.clause() + " " + one.text()).distinct().toList();

    // then
    assertThat(clauses).contains("0 首发", "1 织机开源了", "2 很快", "3 也很小");
  }

  @Test
  void closeStraightQuotes() {
    assertThat(excerpts("He said \"it weaves, it sleeps\", and left"))
        .contains("He said \"it weaves, it sleeps\"", "and left")
        .doesNotContain("He said \"it weaves", "it sleeps\"");
  }

  /// Every excerpt of a post is weighed, and a hostile one has very many, and names.
  @Test
  void areWeighedAtOnceHoweverManyTheyAre() {
    // given
    String text = "Ab，".repeat(50_000);
    var sentence = new Sentence(text, 0, text.length(), 0, Sentence.Form.WHOLE);

    // when
    Optional<Excerpt> best =
        assertTimeoutPreemptively(
            Duration.ofSeconds(20),
            () ->
                ExcerptWeights.shipped()
                    .best(Excerpts.of(text, List.of(sentence), Headline.COLUMNS)));

    // then
    assertThat(best).map(Excerpt::from).hasValue(0);
  }

  private static List<String> excerpts(String text) {
    return found(text).stream().map(Excerpt::text).toList();
  }

  private static List<Excerpt> found(String text) {
    return Excerpts.of(text, Sentences.of(text), Headline.COLUMNS);
  }
}
