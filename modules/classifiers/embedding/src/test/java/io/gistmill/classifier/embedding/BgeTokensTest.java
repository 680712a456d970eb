package io.gistmill.classifier.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.neural.WordPiece;
import org.junit.jupiter.api.Test;

class BgeTokensTest {

  private static final int START = 101;
  private static final int END = 102;

  private final WordPiece wordPiece = BgeModel.wordPiece();

  @Test
  void chineseCharactersAreATokenEach() {
    long[] tokens = wordPiece.tokens("股票");

    assertThat(tokens).hasSize(4).startsWith(START).endsWith(END).doesNotContain(100);
  }

  @Test
  void caseWidthAndAccentsMakeNoDifference() {
    long[] tokens = wordPiece.tokens("ＮＢＡ Café");

    assertThat(tokens).isEqualTo(wordPiece.tokens("nba cafe")).doesNotContain(100);
  }

  @Test
  void aLongWordIsCutIntoPieces() {
    long[] tokens = wordPiece.tokens("unbelievably");

    assertThat(tokens).hasSizeGreaterThan(3).doesNotContain(100);
  }

  @Test
  void whatIsNoWordLeavesTheMarksAlone() {
    assertThat(wordPiece.tokens(" \n\t\u200B")).containsExactly(START, END);
  }

  @Test
  void longTextsAreCut() {
    long[] tokens = wordPiece.tokens("长".repeat(100_000));

    assertThat(tokens).hasSize(BgeModel.MAX_TOKENS).endsWith(END);
  }

  @Test
  void brokenPairsOfUnitsAreLeftOut() {
    assertThat(wordPiece.tokens("a\uD83Eb")).isEqualTo(wordPiece.tokens("ab"));
  }
}
