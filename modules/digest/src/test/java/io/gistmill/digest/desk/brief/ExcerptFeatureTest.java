package io.gistmill.digest.desk.brief;

import static io.gistmill.digest.desk.brief.ExcerptFeature.FIRST_OF_ONE_LINE;
import static io.gistmill.digest.desk.brief.ExcerptFeature.HAS_A_BOOK;
import static io.gistmill.digest.desk.brief.ExcerptFeature.HAS_A_COMMA;
import static io.gistmill.digest.desk.brief.ExcerptFeature.HAS_A_NAME;
import static io.gistmill.digest.desk.brief.ExcerptFeature.HAS_THE_COMMONEST_NAME;
import static io.gistmill.digest.desk.brief.ExcerptFeature.HAS_THE_FIRST_NAME;
import static io.gistmill.digest.desk.brief.ExcerptFeature.IN_THE_FIRST_LINE_BY_LENGTH;
import static io.gistmill.digest.desk.brief.ExcerptFeature.IS_A_BOOK;
import static io.gistmill.digest.desk.brief.ExcerptFeature.LACKS_A_BOOK;
import static io.gistmill.digest.desk.brief.ExcerptFeature.LACKS_A_NAME;
import static io.gistmill.digest.desk.brief.ExcerptFeature.LATER_IN_ONE_LINE;
import static io.gistmill.digest.desk.brief.ExcerptFeature.LATE_IN_THE_FIRST_SENTENCE;
import static io.gistmill.digest.desk.brief.ExcerptFeature.LATE_IN_THE_SECOND_SENTENCE;
import static io.gistmill.digest.desk.brief.ExcerptFeature.NEAR_THE_TOP_BY_LENGTH;
import static io.gistmill.digest.desk.brief.ExcerptFeature.NEWS;
import static io.gistmill.digest.desk.brief.ExcerptFeature.OF_A_LATER_CLAUSE;
import static io.gistmill.digest.desk.brief.ExcerptFeature.OF_A_LATER_SENTENCE;
import static io.gistmill.digest.desk.brief.ExcerptFeature.OF_THE_FIRST_SENTENCE_BY_LENGTH;
import static io.gistmill.digest.desk.brief.ExcerptFeature.OF_THE_FOURTH_SENTENCE;
import static io.gistmill.digest.desk.brief.ExcerptFeature.OF_THE_THIRD_CLAUSE;
import static io.gistmill.digest.desk.brief.ExcerptFeature.OF_THE_THIRD_SENTENCE;
import static io.gistmill.digest.desk.brief.ExcerptFeature.PRESENTS;
import static io.gistmill.digest.desk.brief.ExcerptFeature.SPEAKS_OF_ITSELF;
import static io.gistmill.digest.desk.brief.ExcerptFeature.STARTS_WITH_A_NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What an excerpt's clause, sentence, names, books and words give, in thousandths.
class ExcerptFeatureTest {

  private static final String TEXT =
      """
      我们把 Loomweft 正式开源，梭子快，布也好，推荐《织机》。
      线也好，Shuttle 旧。
      日志成布。
      旧布卖了。
      新布很好。\
      """;

  private static final List<Excerpt> EXCERPTS =
      Excerpts.of(TEXT, Sentences.of(TEXT), Headline.COLUMNS);

  @Test
  void isTheFirstAndTellsNews() {
    assertThat(values("我们把 Loomweft 正式开源，梭子快"))
        .containsOnly(
            entry(HAS_A_COMMA, 1000),
            entry(OF_THE_FIRST_SENTENCE_BY_LENGTH, 525),
            entry(IN_THE_FIRST_LINE_BY_LENGTH, 525),
            entry(NEAR_THE_TOP_BY_LENGTH, 525),
            entry(HAS_A_NAME, 1000),
            entry(HAS_THE_FIRST_NAME, 1000),
            entry(HAS_THE_COMMONEST_NAME, 1000),
            entry(LACKS_A_BOOK, 1000),
            entry(NEWS, 1000),
            entry(PRESENTS, 1000),
            entry(SPEAKS_OF_ITSELF, 1000));
  }

  @Test
  void isAThirdClause() {
    assertThat(values("布也好"))
        .containsOnly(
            entry(OF_THE_THIRD_CLAUSE, 1000),
            entry(LATE_IN_THE_FIRST_SENTENCE, 1000),
            entry(OF_THE_FIRST_SENTENCE_BY_LENGTH, 525),
            entry(IN_THE_FIRST_LINE_BY_LENGTH, 525),
            entry(NEAR_THE_TOP_BY_LENGTH, 525),
            entry(LACKS_A_NAME, 1000),
            entry(LACKS_A_BOOK, 1000));
  }

  @Test
  void isABookInALaterClause() {
    assertThat(values("《织机》"))
        .containsOnly(
            entry(OF_A_LATER_CLAUSE, 1000),
            entry(LATE_IN_THE_FIRST_SENTENCE, 1000),
            entry(OF_THE_FIRST_SENTENCE_BY_LENGTH, 525),
            entry(IN_THE_FIRST_LINE_BY_LENGTH, 525),
            entry(NEAR_THE_TOP_BY_LENGTH, 525),
            entry(LACKS_A_NAME, 1000),
            entry(HAS_A_BOOK, 1000),
            entry(IS_A_BOOK, 1000));
  }

  @Test
  void startsWithANameInTheSecondSentence() {
    assertThat(values("Shuttle 旧"))
        .containsOnly(
            entry(LATE_IN_THE_SECOND_SENTENCE, 1000),
            entry(NEAR_THE_TOP_BY_LENGTH, 262),
            entry(HAS_A_NAME, 1000),
            entry(STARTS_WITH_A_NAME, 1000),
            entry(LACKS_A_BOOK, 1000));
  }

  @Test
  void isTheThirdSentence() {
    assertThat(values("日志成布"))
        .containsOnly(
            entry(OF_THE_THIRD_SENTENCE, 1000),
            entry(NEAR_THE_TOP_BY_LENGTH, 175),
            entry(LACKS_A_NAME, 1000),
            entry(LACKS_A_BOOK, 1000));
  }

  @Test
  void isTheFourthSentence() {
    assertThat(values("旧布卖了"))
        .containsOnly(
            entry(OF_THE_FOURTH_SENTENCE, 1000),
            entry(NEAR_THE_TOP_BY_LENGTH, 131),
            entry(LACKS_A_NAME, 1000),
            entry(LACKS_A_BOOK, 1000));
  }

  @Test
  void isTheFifthSentence() {
    assertThat(values("新布很好"))
        .containsOnly(
            entry(OF_A_LATER_SENTENCE, 1000),
            entry(NEAR_THE_TOP_BY_LENGTH, 105),
            entry(LACKS_A_NAME, 1000),
            entry(LACKS_A_BOOK, 1000));
  }

  @Test
  void standsInTheOnlyLine() {
    // given
    String line = "织机慢。布也好。";

    // when
    List<Excerpt> excerpts = Excerpts.of(line, Sentences.of(line), Headline.COLUMNS);

    // then
    assertThat(values(excerpts.getFirst()))
        .containsOnly(
            entry(OF_THE_FIRST_SENTENCE_BY_LENGTH, 274),
            entry(IN_THE_FIRST_LINE_BY_LENGTH, 274),
            entry(NEAR_THE_TOP_BY_LENGTH, 274),
            entry(FIRST_OF_ONE_LINE, 1000));
    assertThat(values(excerpts.getLast()))
        .containsOnly(
            entry(IN_THE_FIRST_LINE_BY_LENGTH, 274),
            entry(NEAR_THE_TOP_BY_LENGTH, 137),
            entry(LATER_IN_ONE_LINE, 1000));
  }

  private static Map<ExcerptFeature, Integer> values(String text) {
    return values(
        EXCERPTS.stream().filter(one -> one.text().equals(text)).findFirst().orElseThrow());
  }

  /// Those that are not 0.
  private static Map<ExcerptFeature, Integer> values(Excerpt excerpt) {
    var values = new EnumMap<ExcerptFeature, Integer>(ExcerptFeature.class);
    for (ExcerptFeature feature : EnumSet.range(OF_THE_THIRD_CLAUSE, SPEAKS_OF_ITSELF)) {
      if (feature.of(excerpt) != 0) {
        values.put(feature, feature.of(excerpt));
      }
    }
    return values;
  }
}
