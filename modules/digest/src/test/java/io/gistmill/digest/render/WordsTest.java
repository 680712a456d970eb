package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Language;
import io.gistmill.domain.Preferences;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

  private static final Words ENGLISH = Words.of(Words.ENGLISH);
  private static final Words CHINESE = Words.of(Words.CHINESE);

  @Test
  void bothLanguagesHaveTheSameTexts() throws IOException {
    // when
    Set<String> english = keys("Words.properties");
    Set<String> chinese = keys("Words_zh.properties");

    // then
    assertThat(chinese).containsExactlyInAnyOrderElementsOf(english);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "zh-Hans"})
  void everyTextCanBeFilled(String language) {
    // given
    ResourceBundle texts = bundle(Locale.forLanguageTag(language));

    // when
    var patterns =
        texts.keySet().stream()
            .filter(key -> !key.startsWith("date."))
            .map(key -> new MessageFormat(texts.getString(key), Locale.ROOT))
            .toList();

    // then
    assertThat(patterns).isNotEmpty().allMatch(pattern -> pattern.getFormats().length <= 4);
    assertThat(texts.keySet()).allMatch(key -> !texts.getString(key).isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    ", python: 6 posts",
    "0, 'python: 6 posts, none before'",
    "1, 'python: 6 posts, 1 before'"
  })
  void aTrendThatIsNotKnownOfBeforeIsNotSaidToBeNew(@Nullable Integer before, String line) {
    var trend = new Trend("python", 6, before, List.of(), List.of());

    assertThat(ENGLISH.line(trend)).isEqualTo(line);
  }

  @Test
  void theTopicsOfAFirstWeekAreComparedWithNone() {
    // given
    WeekView first = week(List.of());
    WeekView second = week(List.of(7));

    // then
    assertThat(ENGLISH.topics(first)).isEqualTo("Posts by topic, repeats left out: Quantisation 9");
    assertThat(ENGLISH.topics(second))
        .isEqualTo("Posts by topic, repeats left out (the week before): Quantisation 9 (4)");
    assertThat(CHINESE.topics(first)).isEqualTo("各主题帖子数，重复内容不计：Quantisation 9");
  }

  private static WeekView week(List<Integer> before) {
    var topic = new WeekView.TopicCount("Quantisation", 9, before.isEmpty() ? 0 : 4);
    return new WeekView(9, before, List.of(), List.of(), List.of(topic));
  }

  @ParameterizedTest
  @CsvSource({
    "0, no stories, 没有新内容",
    "1, 1 story, 共 1 条",
    "2, 2 stories, 共 2 条",
    "10000, '10,000 stories', '共 10,000 条'"
  })
  void storiesAreCounted(int count, String english, String chinese) {
    // given
    DigestPage page = new SampleDigest().page("all", count);

    // then
    assertThat(ENGLISH.count(page)).isEqualTo(english);
    assertThat(CHINESE.count(page)).isEqualTo(chinese);
  }

  @Test
  void daysAreWrittenAsReadersWriteThem() {
    // given
    LocalDate day = LocalDate.parse("2025-03-05");

    // then
    assertThat(CHINESE.date("date.day", day)).isEqualTo("2025年3月5日 星期三");
    assertThat(ENGLISH.date("date.day", day)).isEqualTo("Wednesday, 5 March 2025");
  }

  @ParameterizedTest
  @CsvSource({"ZH, zh-Hans", "EN, en", "MIXED, en", "OTHER, en", ", en"})
  void chineseIsForThoseWhoAskedForIt(@Nullable Language asked, String expected) {
    assertThat(Words.of(new Preferences(asked, 0, false, false)).language()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"zh-CN, zh-Hans", "zh-Hant, zh-Hans", "en-GB, en", "de, en"})
  void everyLocaleHasWords(String locale, String expected) {
    assertThat(Words.of(Locale.forLanguageTag(locale)).language()).isEqualTo(expected);
  }

  @Test
  void quotesAndBracesOfTopicsStayAsTheyAre() {
    // when
    String title = ENGLISH.title("Daily digest: {0} 'x'", "{1}");

    // then
    assertThat(title).isEqualTo("Daily digest: {0} 'x', {1}");
  }

  @Test
  void titlesAreInTheReadersLanguage() {
    // given
    SampleDigest sample = SampleDigest.usual().readIn(Language.ZH);

    // then
    assertThat(sample.page().title()).isEqualTo("每日摘要：RAG，2023年12月14日 星期四");
    assertThat(sample.pages().page(sample.digest("other", new Cadence.QuarterHourly(), 0)).title())
        .isEqualTo("快讯：未归入主题，2023年12月15日 00:00");
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        Words.class.getName(),
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  /// Those of the file itself; a bundle would add what it inherits.
  private static Set<String> keys(String file) throws IOException {
    var texts = new Properties();
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(Words.class.getResourceAsStream(file)),
            StandardCharsets.UTF_8)) {
      texts.load(reader);
    }
    return texts.stringPropertyNames();
  }
}
