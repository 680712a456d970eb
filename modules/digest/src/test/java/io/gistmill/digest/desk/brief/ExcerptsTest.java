package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
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

  private static List<String> excerpts(String text) {
    return Excerpts.of(text, Sentences.of(text), Headline.COLUMNS).stream()
        .map(Excerpt::text)
        .toList();
  }
}
