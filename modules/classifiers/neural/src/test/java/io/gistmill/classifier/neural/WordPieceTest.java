package io.gistmill.classifier.neural;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.classifier.neural.WordPiece.Tokens;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordPieceTest {

  private static final Map<String, Integer> IDS =
      Map.of("[UNK]", 0, "[CLS]", 1, "[SEP]", 2, "cafe", 3, "##s", 4, "Café", 5, "蜂", 6);

  @ParameterizedTest
  @CsvSource({"Cafés,3 4", "蜜蜂,0 6", "cafe!,3 0", "CAFE,3"})
  void inLowerCaseAccentsDoNotCount(String text, String tokens) {
    assertThat(tokens(new WordPiece(IDS, true, 10), text)).isEqualTo("1 " + tokens + " 2");
  }

  @ParameterizedTest
  @CsvSource({"Cafés,5 4", "cafes,3 4", "CAFE,0"})
  void withCapitalsTheyDo(String text, String tokens) {
    assertThat(tokens(new WordPiece(IDS, false, 10), text)).isEqualTo("1 " + tokens + " 2");
  }

  @Test
  void eachTokenKnowsWhereItsWordBegins() {
    Tokens tokens = new WordPiece(IDS, true, 10).tokens("\uD83E\uDD16 ＣＡＦÉs 蜂cafe", 4);

    assertThat(tokens.ids()).containsExactly(0, 3, 4, 6);
    assertThat(tokens.starts()).containsExactly(0, 3, 3, 9);
  }

  @Test
  void theSmallSigmaAtTheEndOfAWordIsAnother() {
    Map<String, Integer> greek = Map.of("[UNK]", 0, "[CLS]", 1, "[SEP]", 2, "νομος", 3);

    assertThat(new WordPiece(greek, true, 10).tokens("ΝΌΜΟΣ")).containsExactly(1, 3, 2);
  }

  @Test
  void aPairOfUnitsThatIsCutInTwoIsLeftOut() {
    String text = "x".repeat(23) + "\uD83E\uDD16";

    assertThat(new WordPiece(IDS, true, 3).tokens(text, 1).ids()).containsExactly(0);
  }

  @Test
  void someTokensAreMarkedAtBothEnds() {
    var wordPiece = new WordPiece(IDS, true, 10);

    assertThat(wordPiece.marked(wordPiece.tokens("cafe 蜂 cafe", 9), 1, 3))
        .containsExactly(1, 6, 3, 2);
  }

  private static String tokens(WordPiece wordPiece, String text) {
    var words = new StringBuilder();
    for (long token : wordPiece.tokens(text)) {
      words.append(words.isEmpty() ? "" : " ").append(token);
    }
    return words.toString();
  }

  @Test
  void aListWithoutMarksIsRefused() {
    assertThatThrownBy(() -> new WordPiece(Map.of("[UNK]", 0), true, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the word list has no token [CLS]");
  }

  @Test
  void aListOfLinesCountsThem() throws IOException {
    WordList list = WordList.lines(new ByteArrayInputStream("a\nb\r\n蜂\n".getBytes(UTF_8)));

    assertThat(list.ids()).isEqualTo(Map.of("a", 0, "b", 1, "蜂", 2));
    assertThat(list.lowerCase()).isEmpty();
  }
}
