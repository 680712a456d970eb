package io.gistmill.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentenceCheckTest {

  @Test
  void aWordIsEmbeddedWhereSentencesAreWanted() {
    assertThat(SentenceCheck.of(true))
        .hasValueSatisfying(
            finding -> {
              assertThat(finding.good()).as(finding.says()).isTrue();
              assertThat(finding.what()).isEqualTo("sentences");
            });
  }

  @Test
  void nothingIsTriedWhereTheyAreNot() {
    assertThat(SentenceCheck.of(false)).isEmpty();
  }
}
