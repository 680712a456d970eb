package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutTest {

  @Test
  void keepsWhatFits() {
    assertThat(Cut.to("short enough", 12)).isEqualTo("short enough");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "织机发布新版本，速度快了三倍还省内存 | 24 | 织机发布新版本",
        "The loom is out, and it weaves twice as fast | 24 | The loom is out",
        "The loom weaves twice as fast as before | 24 | The loom weaves twice as",
        "一台织机能织多少日志取决于经线 | 12 | 一台织机能织",
        "织机 LoomweftEnterprise 发布 | 12 | 织机",
        "读完了这本《日志织造的艺术与科学》很好 | 24 | 读完了这本"
      })
  void endsWhereAReaderPauses(String text, int columns, String expected) {
    assertThat(Cut.to(text, columns)).isEqualTo(expected);
  }

  @Test
  void neverCutsACharacterInTwo() {
    // when
    String cut = Cut.to("🚀🚀🚀🚀🚀🚀", 5);

    // then
    assertThat(cut.codePoints()).containsOnly(0x1F680);
  }

  @Test
  void leavesOutTheMarksThatPromiseMore() {
    assertThat(Cut.trimmed("要点如下：")).isEqualTo("要点如下");
  }
}
