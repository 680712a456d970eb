package io.gistmill.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackedMarksTest {

  private static final String ACUTE = "\u0301";

  @Test
  void aTowerOfMarksIsCut() {
    // given
    String text = "Go" + ACUTE.repeat(400) + "al" + ACUTE.repeat(9);

    // when
    String shown = StackedMarks.cut(text);

    // then
    assertThat(shown).isEqualTo("Go" + ACUTE.repeat(8) + "al" + ACUTE.repeat(8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u200D", "\u200B", "\u202C", "\u00AD", "\uFEFF"})
  void whatShowsAsNothingNeitherCountsNorEndsATower(String nothing) {
    String shown = StackedMarks.cut("a" + (ACUTE + nothing).repeat(400));

    assertThat(shown.replace(nothing, "")).isEqualTo("a" + ACUTE.repeat(8));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tiếng Việt",
        "Tie\u0302\u0301ng",
        "בְּרֵאשִׁ֖ית",
        "ที่นี่",
        "བརྒྱུད",
        "1\uFE0F\u20E3",
        "क्षत्रिय",
        "👩\u200D🔬",
        ""
      })
  void wordsOfRealScriptsStayWhole(String text) {
    assertThat(StackedMarks.cut(text)).isEqualTo(text);
  }
}
