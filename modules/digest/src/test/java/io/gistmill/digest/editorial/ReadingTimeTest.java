package io.gistmill.digest.editorial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReadingTimeTest {

  @Test
  void anEnglishMinuteHas238Words() {
    assertThat(ReadingTime.of("word ".repeat(ReadingTime.WORDS_A_MINUTE))).isEqualTo(60_000);
  }

  @Test
  void aChineseMinuteHas350Characters() {
    assertThat(ReadingTime.of("检索，".repeat(ReadingTime.CHARACTERS_A_MINUTE / 2))).isEqualTo(60_000);
  }

  @Test
  void aMixedTextCountsByItsParts() {
    assertThat(ReadingTime.of("用 RAG 检索")).isEqualTo(ReadingTime.of("RAG") + ReadingTime.of("用检索"));
  }

  @Test
  void signsAloneTakeNoTime() {
    assertThat(ReadingTime.of("… !? 🙂")).isZero();
  }
}
