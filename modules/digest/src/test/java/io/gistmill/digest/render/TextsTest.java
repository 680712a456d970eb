package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextsTest {

  private static final String SIGNS =
      "aé检😀’— \t\n\r\u000B\f\0\u007F\u0085\u009F\u00A0\u2027"
          + "\u2028\u2029\u202A\u202E\u202F\u2066\u2069";

  @ParameterizedTest
  @CsvSource({
    "'It’s one line — yes', 'It’s one line — yes'",
    "' a  b ', 'a b'",
    "'a\t\r\n b', 'a b'",
    "'a\u0085b', 'a b'",
    "'a\u2028b', 'a b'",
    "'a\u202Eb\u2069', 'ab'",
    "'', ''"
  })
  void wordsComeToStandOnOneLine(String text, String expected) {
    assertThat(Texts.oneLine(text)).isEqualTo(expected);
  }

  @Test
  void noLetterHasATowerOfMarks() {
    assertThat(Texts.oneLine("a" + "\u0301".repeat(400))).isEqualTo("a" + "\u0301".repeat(8));
  }

  @Test
  void signsThatTurnTheLineHideNoTowerOfMarks() {
    assertThat(Texts.oneLine("a" + "\u0301\u202E\u0301\u2069".repeat(200)))
        .isEqualTo("a" + "\u0301".repeat(8));
  }

  @Test
  void noSignBreaksOrTurnsTheLine() {
    int[] signs = SIGNS.codePoints().toArray();
    for (long seed = 0; seed < 2_000; seed++) {
      // given
      var random = new SplittableRandom(seed);
      var text = new StringBuilder();
      for (int i = random.nextInt(8); i >= 0; i--) {
        text.appendCodePoint(signs[random.nextInt(signs.length)]);
      }

      // when
      String line = Texts.oneLine(text.toString());

      // then
      assertThat(line)
          .as("seed %d", seed)
          .doesNotContainPattern("[\\p{Cc}\\u2028-\\u202E\\u2066-\\u2069]")
          .isEqualTo(line.strip());
    }
  }
}
