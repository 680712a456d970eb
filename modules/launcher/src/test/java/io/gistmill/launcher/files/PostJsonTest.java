package io.gistmill.launcher.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostJsonTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"text":"a"            | Unexpected end-of-input: expected close marker for Object
          {"a":[1                | Unexpected end-of-input: expected close marker for Array
          {"a":NaN}              | Non-standard token 'NaN'
          {"a":1} // of all      | Unexpected character ('/' (code 47)): maybe a (non-standard) comment
          {"a":tru}              | Unrecognized token 'tru': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')
          """)
  void causeIsWhatTheParserSaysFirst(String line, String cause) {
    assertThat(reason(line))
        .isEqualTo(
            "the line is not sound JSON (" + cause + "); write one whole JSON object a line");
  }

  @Test
  void causeNamesNoClass() {
    assertThat(reason("{\"a\":" + "[".repeat(5_000)))
        .startsWith("the line is not sound JSON (Document nesting depth (")
        .doesNotContain("Stream", "Source", "`");
  }

  @Test
  void longCauseIsSeenToBeCut() {
    assertThat(reason("{\"a\": " + "words".repeat(400)))
        .startsWith("the line is not sound JSON (Unrecognized token 'words")
        .endsWith("words ...); write one whole JSON object a line")
        .hasSizeLessThan(300);
  }

  private static String reason(String line) {
    return catchThrowableOfType(PostJson.Unfit.class, () -> PostJson.object(line)).reason();
  }
}
