package io.gistmill.gateway.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.StoryPost;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "none    | The wheel turns. | The wheel turns. | A mill",
        "quill@1 | The wheel turns. | The wheel turns. (written by AI) | A mill (written by AI)",
        "none    | A mill           | ''               | A mill",
        "quill@1 | A mill           | (written by AI)  | A mill (written by AI)",
      })
  void wordsOfAMachineAreMarkedAndNoOthers(
      @Nullable String generatedBy, String said, String summary, String line) {
    // given
    StoryPost post = post(said, generatedBy);

    // when
    String shown = Cards.summary(Cards.headline(post), post);

    // then
    assertThat(shown).isEqualTo(summary);
    assertThat(Cards.line(post)).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({"none, One. … Three.", "quill@1, One. Three. (written by AI)"})
  void sentencesThatStandApartAreNotReadAsOne(String generatedBy, String summary) {
    // given
    StoryPost post = post("One.\nThree.", generatedBy.equals("none") ? null : generatedBy);

    // when
    String shown = Cards.summary(Cards.headline(post), post);

    // then
    assertThat(shown).isEqualTo(summary);
  }

  private static StoryPost post(String summary, @Nullable String generatedBy) {
    return new StoryPost(
        "p1",
        null,
        Instant.EPOCH,
        Instant.EPOCH,
        false,
        1,
        "Ines Varga",
        null,
        null,
        Language.EN,
        List.of(),
        "A mill",
        summary,
        Fixed.ONE,
        null,
        List.of(),
        null,
        generatedBy);
  }
}
