package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhrasesTest {

  private static final Phrases PHRASES =
      Phrases.among(Phrases.Border.OF_ASCII, "我", "就是", "i", "we", "for example", "e.g");
  private static final Pattern SAME = Pattern.compile("我|就是|\\b(?:i|we|for example|e\\.g)\\b");

  @ParameterizedTest
  @CsvSource({
    "we release it, 1",
    "released and unreleased, 0",
    "release or re-release, 2",
    "发布会上发布, 2",
    "新release来了, 1",
    "caférelease, 0",
    "open source releases, 0"
  })
  void countsLatinPhrasesAsWholeWordsAndChineseOnesAnywhere(String lower, int count) {
    // given
    Phrases phrases = Phrases.among(Phrases.Border.OF_LETTERS, "release", "发布");

    // when
    int counted = phrases.count(lower, 9);

    // then
    assertThat(counted).isEqualTo(count);
  }

  @Test
  void countsNoFurtherThanAsked() {
    // given
    String lower = "我说我想我做";

    // when
    int counted = PHRASES.count(lower, 2);

    // then
    assertThat(counted).isEqualTo(2);
  }

  @Test
  void beginsWithAPhraseThatIsAWholeWord() {
    // given
    String whole = "we saw it";
    String part = "went there";

    // when
    boolean begins = PHRASES.begin(whole);
    boolean beginsInPart = PHRASES.begin(part);

    // then
    assertThat(begins).isTrue();
    assertThat(beginsInPart).isFalse();
  }

  @Test
  void findsInOurOwnPostsWhatARegularExpressionFinds() {
    for (MarkedPosts.Marked post : MarkedPosts.all()) {
      for (String line : post.text().toLowerCase(Locale.ROOT).split("\n", -1)) {
        // when
        int counted = PHRASES.count(line, 1_000);

        // then
        assertThat(counted).as(line).isEqualTo(byPattern(line));
      }
    }
  }

  @Test
  void findsInAnyTextWhatARegularExpressionFinds() {
    String alphabet = "iwe_ .g9é我就是\u0301\uFE0F\uD840\uDC00";
    long seed = 11;
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      // given
      var text = new StringBuilder();
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      String given = text.toString();

      // when
      int counted = PHRASES.count(given, 1_000);

      // then
      assertThat(counted).as("%s of seed %d", given, seed).isEqualTo(byPattern(given));
    }
  }

  private static int byPattern(String text) {
    return (int) SAME.matcher(text).results().count();
  }
}
