package io.gistmill.classifier.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostPartsTest {

  @ParameterizedTest
  @CsvSource({"'',''", "a,a", "x🐝y,x🐝y", "a\uD83D,a\uFFFD", "\uDE00\uD83Db,\uFFFD\uFFFDb"})
  void loneHalvesOfPairsAreReplacedAndNothingMoves(String text, String sendable) {
    assertThat(PostParts.sendable(text)).isEqualTo(sendable).hasSameSizeAs(text);
  }
}
