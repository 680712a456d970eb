package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules of GB/T 15834 (no line begins with closing punctuation, none ends with opening one)
/// and of UAX 14, over texts drawn from seeds.
class LineBreaksTest {

  private static final String CLOSING = "。，、；：？！”’」』）》〉】〕％%,.;:?!)]}";
  private static final String OPENING = "“‘「『（《〈【〔([{";

  private static final List<String> PARTS =
      List.of(
          "分块",
          "重排",
          "引用",
          "模型",
          "一",
          "的",
          "。",
          "，",
          "、",
          "；",
          "：",
          "？",
          "！",
          "……",
          "——",
          "“河狸”",
          "「草案」",
          "『注』",
          "（见下）",
          "（ 注 ）",
          "《慢梯度》",
          "【图】",
          "50％",
          "3.5%",
          "GPT-4o",
          "v2.0",
          "word",
          "longer words",
          " a ",
          " I ",
          "well-known ",
          "e.g. ",
          "don't ",
          "👨‍👩‍👧‍👦",
          "👍🏽",
          "🇨🇳",
          "❤️",
          "é",
          "カード",
          "テスト。",
          "한국어 ",
          " https://a.example/path-to/page.html?x=1&y=2 ");

  static LongStream seeds() {
    return LongStream.range(0, 500);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void linesKeepToTheRules(long seed) {
    // given
    String text = text(new Random(seed));

    // when
    List<String> lines = new LineBreaks(text, 40).lines("\n").lines().toList();

    // then
    assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    assertThat(lines.stream().skip(1)).noneMatch(line -> CLOSING.indexOf(line.charAt(0)) >= 0);
    assertThat(lines.stream().limit(lines.size() - 1L)).noneMatch(LineBreaksTest::endsOpen);
    assertThat(lines).noneMatch(line -> line.contains("://") && !line.contains(".html?x=1&y=2"));
    assertThat(lines)
        .allMatch(line -> line.contains("://") || Columns.in(text).of(line) <= 40, "fits");
  }

  private static boolean endsOpen(String line) {
    return OPENING.indexOf(line.charAt(line.length() - 1)) >= 0;
  }

  private static String text(Random random) {
    return IntStream.range(0, 60)
        .mapToObj(_ -> PARTS.get(random.nextInt(PARTS.size())))
        .collect(Collectors.joining())
        .strip();
  }

  @Test
  void dashesAndDotsOfTwoLettersAreNotTorn() {
    // given
    String text = "一".repeat(19) + "——" + "二".repeat(18) + "……三";

    // when
    List<String> lines = new LineBreaks(text, 40).lines("\n").lines().toList();

    // then
    assertThat(lines).containsExactly("一".repeat(18), "一——" + "二".repeat(17), "二……三");
  }

  @Test
  void anEndlessRowOfSignsIsCut() {
    // given
    String text = "真的" + "！".repeat(100);

    // when
    List<String> lines = new LineBreaks(text, 40).lines("\n").lines().toList();

    // then
    assertThat(lines).allMatch(line -> Columns.in(line).of(line) <= 40);
    assertThat(String.join("", lines)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "abc, 3",
    "分块, 4",
    "“分”, 6",
    "“a”, 3",
    "👨‍👩‍👧‍👦, 2",
    "🇨🇳, 2",
    "❤️, 2",
    "👍🏽, 2",
    "한국, 4",
    "ｆｕ, 4",
    "é, 1",
    "Привет, 6",
    "מה, 2"
  })
  void columnsAreCountedByClusters(String text, int expected) {
    assertThat(PlainText.columns(text)).isEqualTo(expected);
  }
}
