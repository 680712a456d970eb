package io.gistmill.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShownNameTest {

  @ParameterizedTest
  @CsvSource({
    "Ada Byron, Ada Byron",
    "李\u200B明, 李明",
    "A\u200Cd\u200Da, Ada",
    "\uFEFFAda\u2060, Ada",
    "Ada\u202Eexe\u202C, Adaexe",
    "\u2066Ada\u2069, Ada",
    "Ada\u200E \u3164, 'Ada '",
    "A\u00ADda\uDB40\uDC41, Ada",
    "'\u200B\u200D', ''",
    "'', ''"
  })
  void whatShowsAsNothingOrTurnsTheLineIsLeftOut(String name, String shown) {
    assertThat(ShownName.of(name)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "Ada \uD83D\uDC69\u200D\uD83D\uDCBB",
    "Ada \uD83D\uDC69\uD83C\uDFFD\u200D\uD83D\uDCBB",
    "Ada \uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08"
  })
  void aPictureOfSeveralStaysOne(String name) {
    assertThat(ShownName.of(name)).isEqualTo(name);
  }
}
