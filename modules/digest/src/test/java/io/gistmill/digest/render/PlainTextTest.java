package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @Test
  void chineseLettersTakeTwoColumns() {
    String text = "分".repeat(50);

    List<String> lines = PlainText.wrap(text, "").lines().toList();

    assertThat(lines).containsExactly("分".repeat(36), "分".repeat(14));
  }

  @Test
  void wordsAreKeptWhole() {
    String text = "abcdefghi ".repeat(10).strip();

    List<String> lines = PlainText.wrap(text, "").lines().toList();

    assertThat(lines)
        .containsExactly("abcdefghi ".repeat(7).strip(), "abcdefghi ".repeat(3).strip());
  }

  @Test
  void noLineBeginsWithAChineseFullStop() {
    String text = "分".repeat(36) + "。" + "词".repeat(3);

    List<String> lines = PlainText.wrap(text, "").lines().toList();

    assertThat(lines).containsExactly("分".repeat(35), "分。词词词");
  }

  @Test
  void furtherLinesAreIndented() {
    String text = "word ".repeat(20).strip();

    List<String> lines = PlainText.wrap(text, "    ").lines().toList();

    assertThat(lines.getFirst()).hasSizeLessThanOrEqualTo(68);
    assertThat(lines.subList(1, lines.size()))
        .isNotEmpty()
        .allMatch(line -> line.startsWith("    word"));
  }

  @ParameterizedTest
  @CsvSource({"1, '1.  word'", "99, '99. word'", "100, '100. word'"})
  void aBlankStandsBehindEveryNumber(int rank, String line) {
    assertThat(PlainText.numbered(rank, "word")).isEqualTo(line);
  }

  @Test
  void linesBehindALongNumberAreNoLonger() {
    List<String> lines = PlainText.numbered(1000, "word ".repeat(30).strip()).lines().toList();

    assertThat(lines)
        .hasSizeGreaterThan(1)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(PlainText.WIDTH));
  }

  @Test
  void aWordLongerThanALineIsCutWhereTheLineEnds() {
    String word = "x".repeat(100);

    String wrapped = PlainText.wrap("a " + word + " b", "");

    assertThat(wrapped).isEqualTo("a " + "x".repeat(70) + "\n" + "x".repeat(30) + " b");
  }

  @ParameterizedTest
  @ValueSource(strings = {"𝒜", "é\u0301", "ä.", "(", "👩\u200D🔬"})
  void aNameLongerThanALineIsCutBetweenItsSigns(String sign) {
    String name = sign.repeat(100);

    List<String> lines = PlainText.wrap("by " + name, "  ").lines().map(String::strip).toList();

    assertThat(String.join("", lines)).isEqualTo("by " + name);
    assertThat(lines).hasSizeGreaterThan(1);
    assertThat(lines).allMatch(line -> PlainText.columns(line) <= 70);
    assertThat(lines.stream().skip(1)).allMatch(line -> line.startsWith(sign));
  }

  @Test
  void anAddressLongerThanALineStaysWhole() {
    String address = "https://beaver.example/" + "x".repeat(100);

    String wrapped = PlainText.wrap("See " + address + " there", "");

    assertThat(wrapped).isEqualTo("See\n" + address + "\nthere");
  }

  @Test
  void anAddressStaysWhole() {
    String text = "y".repeat(60) + " https://beaver.example/path-to/page";

    List<String> lines = PlainText.wrap(text, "").lines().toList();

    assertThat(lines).containsExactly("y".repeat(60), "https://beaver.example/path-to/page");
  }

  @Test
  void marksThatJoinTheLetterBeforeTakeNoColumn() {
    assertThat(PlainText.columns("e\u0301\u200D")).isEqualTo(1);
  }
}
