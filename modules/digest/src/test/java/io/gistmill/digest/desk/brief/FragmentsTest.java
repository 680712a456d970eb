package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Headlines do not break off before they say something.
class FragmentsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          据织机周刊报道 | ，墨鹭科技在三月里融资两亿，用来造更大的织机
          墨鹭科技内部人士透露 | ，新织机三月上线，比上一代快三倍
          如果你只有八根线的旧织机 | ，墨鹭也能织完一匹布，只是要等到第二天
          很多人以为织机靠的是更多的线 | ，其实靠的是日志，线反而少了一半
          上个月我们换掉的那台织机 | ，又被装回来了，因为新的那台太吵
          According to the Loom Weekly | , Heronfold closes its last mill, and nobody knows why
          """)
  void theyGoOnToWhatIsSaid(String fragment, String rest) {
    assertThat(Headline.from(fragment + rest)).isNotEqualTo(fragment).isNotBlank();
  }

  @ParameterizedTest
  @CsvSource({
    "看完墨鹭的发布会，最大的感受是：织机真的变快了, 最大的感受是",
    "The thing that I keep in mind is: looms sleep at night, The thing that I keep in mind is"
  })
  void theyDoNotEndBeforeTheirOwnColon(String text, String fragment) {
    assertThat(Headline.from(text)).doesNotEndWith(fragment);
  }
}
