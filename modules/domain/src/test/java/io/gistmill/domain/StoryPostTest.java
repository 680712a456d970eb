package io.gistmill.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryPostTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "织机 3.0 开源 | 织机 3.0 开源。引擎快了三倍。 | 引擎快了三倍。",
        "Loomweft 3 is out | Loomweft 3 is out! It is fast. | It is fast.",
        "Loomweft 3 is out | Loomweft 3 is out. | ''",
        "Loomweft 3 is out | It is fast. | It is fast.",
        "Loomweft 3 | Loomweft 3.1 is out. | Loomweft 3.1 is out.",
        "Loomweft 3 is out | Loomweft 3 is out. $5 a month. | $5 a month.",
        "织机开源 | 织机开源。《织机》一书同时出版。 | 《织机》一书同时出版。",
        "Is it fast? | Is it fast? It is. | It is.",
        "Loomweft 3 | Loomweft 3 is fast. | Loomweft 3 is fast.",
        "Loomweft | Loomweft3 is fast. | Loomweft3 is fast.",
        "It books a train | It books a train, a hotel and a car. | It books a train, a hotel and a car.",
        "Loomweft 3 | Loomweft 3 | ''",
        "画一台织机 | 画一台织机： | ''",
        "画一台织机 | 画一台织机：用旧木头。 | 画一台织机：用旧木头。"
      })
  void belowAHeadlineItsWordsAreNotSaidAgain(String headline, String summary, String below) {
    assertThat(post(headline, summary).summaryBelowHeadline()).isEqualTo(below);
  }

  @Test
  void aLineThatEndsInAColonIsNotSaidAgainEither() {
    assertThat(post("画一台织机", "画一台织机：\n用旧木头。").summaryBelowHeadline()).isEqualTo("用旧木头。");
  }

  private static StoryPost post(String headline, String summary) {
    Instant time = Instant.parse("2031-05-04T08:00:00Z");
    return new StoryPost(
        "p1",
        null,
        time,
        time,
        false,
        1,
        "Ola Brenn",
        null,
        null,
        Language.EN,
        List.of(),
        headline,
        summary,
        Fixed.ZERO);
  }
}
