package io.gistmill.delivery.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.apache.james.mime4j.codec.QuotedPrintableInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotedPrintableTest {

  private static final String SIGNS = "aZ09 \t=._-~!é检😀\u0001\u007F";

  @ParameterizedTest
  @CsvSource({
    "'a=b', 'a=3Db'",
    "'é', '=C3=A9'",
    "'a b', 'a b'",
    "'a ', 'a=20'",
    "'a\t', 'a=09'",
    "'a /b', 'a=20/b'",
    "' a', ' a'",
    "'//', '//'"
  })
  void quotesWhatMayNotStandThere(String text, String expected) {
    assertThat(encoded(text.replace("/", "\r\n"))).isEqualTo(expected.replace("/", "\r\n"));
  }

  @Test
  void lineOfSeventyFiveIsWholeAndALongerOneGoesOn() {
    assertThat(encoded("x".repeat(75))).isEqualTo("x".repeat(75));
    assertThat(encoded("x".repeat(76))).isEqualTo("x".repeat(75) + "=\r\nx");
    assertThat(encoded("x".repeat(73) + "=")).isEqualTo("x".repeat(73) + "=\r\n=3D");
  }

  @Test
  void anyTextComesBackAsItWasAndNoLineIsTooLong() throws IOException {
    for (long seed = 0; seed < 300; seed++) {
      // given
      String text = text(new SplittableRandom(seed));

      // when
      String encoded = encoded(text);

      // then
      assertThat(decoded(encoded)).as("seed %d", seed).isEqualTo(text);
      assertThat(encoded.split("\r\n", -1))
          .as("seed %d", seed)
          .allMatch(line -> line.length() <= 76 && !line.endsWith(" ") && !line.endsWith("\t"));
      assertThat(encoded).as("seed %d", seed).matches("[\\t\\r\\n -~]*").doesNotContain("=_");
    }
  }

  private static String text(SplittableRandom random) {
    int[] signs = SIGNS.codePoints().toArray();
    var text = new StringBuilder();
    int length = random.nextInt(600);
    for (int i = 0; i < length; i++) {
      if (random.nextInt(40) == 0) {
        text.append("\r\n");
      } else {
        text.appendCodePoint(signs[random.nextInt(random.nextInt(signs.length) + 1)]);
      }
    }
    return text.toString();
  }

  private static String encoded(String text) {
    return new String(QuotedPrintable.encode(text.getBytes(UTF_8)), US_ASCII);
  }

  private static String decoded(String encoded) throws IOException {
    var in = new ByteArrayInputStream(encoded.getBytes(US_ASCII));
    return new String(new QuotedPrintableInputStream(in).readAllBytes(), UTF_8);
  }
}
