package io.gistmill.digest.desk.brief;

import io.gistmill.digest.desk.brief.LetterPairs.Trait;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/// What is looked at to tell whether an excerpt would make a headline, in thousandths; what it is
/// worth stands in [ExcerptWeights].
///
/// The first ones are the share of pairs of a kind, among those of the excerpt and of a usual title
/// together. When a pair of a kind stands in the title with a certain probability, its weight is
/// that probability and the sum of them the expected F1.
///
/// The others ask how long it is, where it stands in the text, in its line and in its sentence,
/// what it names, what it speaks of, and what stands around it. The longer a text is, the less its
/// beginning promises: hence places times its length.
enum ExcerptFeature {
  ANY(excerpt -> 1000),
  PAIRS(share(Trait.ANY)),
  TWICE(share(Trait.TWICE)),
  THRICE(share(Trait.THRICE)),
  FIVE_TIMES(share(Trait.FIVE_TIMES)),
  OF_THE_FIRST_LINE(share(Trait.OF_THE_FIRST_LINE)),
  OF_THE_REST(share(Trait.OF_THE_REST)),
  LATIN(share(Trait.LATIN)),
  CAPITAL(share(Trait.CAPITAL)),
  DIGIT(share(Trait.DIGIT)),
  JOINING(share(Trait.JOINING)),
  MARKED(share(Trait.MARKED)),
  BELOW_14_COLUMNS(width(0, 14)),
  FROM_14_COLUMNS(width(14, 20)),
  FROM_20_COLUMNS(width(20, 26)),
  FROM_26_COLUMNS(width(26, 32)),
  FROM_32_COLUMNS(width(32, 38)),
  FROM_38_COLUMNS(width(38, 44)),
  FROM_44_COLUMNS(width(44, 52)),
  FROM_52_COLUMNS(width(52, 62)),
  FROM_62_COLUMNS(width(62, 80)),
  FROM_80_COLUMNS(width(80, Integer.MAX_VALUE)),
  OF_THE_FIRST_SENTENCE(when(excerpt -> excerpt.source().place() == 0)),
  NEAR_THE_TOP(excerpt -> 1000 / (1 + excerpt.source().place())),
  IN_THE_FIRST_LINE(when(ExcerptFeature::isInFirstLine)),
  ALONE_IN_ITS_LINE(when(excerpt -> excerpt.source().alone())),
  OF_A_TITLE_LINE(when(excerpt -> excerpt.source().alone() && isInFirstLine(excerpt))),
  OF_A_SHORT_TITLE_LINE(when(ExcerptFeature::isOfShortTitleLine)),
  STARTS_ITS_SENTENCE(when(Excerpt::startsSentence)),
  ENDS_ITS_SENTENCE(when(Excerpt::endsSentence)),
  WHOLE(when(ExcerptFeature::isWhole)),
  WHOLE_FIRST_SENTENCE(when(excerpt -> isWhole(excerpt) && excerpt.source().place() == 0)),
  OF_THE_SECOND_CLAUSE(when(excerpt -> excerpt.clause() == 1)),
  OF_THE_THIRD_CLAUSE(when(excerpt -> excerpt.clause() == 2)),
  OF_A_LATER_CLAUSE(when(excerpt -> excerpt.clause() >= 3)),
  LATE_IN_THE_FIRST_SENTENCE(when(excerpt -> isOf(excerpt, 0) && excerpt.clause() >= 2)),
  LATE_IN_THE_SECOND_SENTENCE(when(excerpt -> isOf(excerpt, 1) && excerpt.clause() >= 1)),
  OF_THE_THIRD_SENTENCE(when(excerpt -> isOf(excerpt, 2))),
  OF_THE_FOURTH_SENTENCE(when(excerpt -> isOf(excerpt, 3))),
  OF_A_LATER_SENTENCE(when(excerpt -> excerpt.source().place() >= 4)),
  /// A Chinese one.
  HAS_A_COMMA(when(excerpt -> excerpt.hasOneOf("，"))),
  OF_THE_FIRST_SENTENCE_BY_LENGTH(excerpt -> isOf(excerpt, 0) ? length(excerpt) : 0),
  IN_THE_FIRST_LINE_BY_LENGTH(excerpt -> isInFirstLine(excerpt) ? length(excerpt) : 0),
  NEAR_THE_TOP_BY_LENGTH(excerpt -> length(excerpt) / (1 + excerpt.source().place())),
  /// The text has no other line; so the next.
  FIRST_OF_ONE_LINE(when(excerpt -> isOf(excerpt, 0) && !hasLines(excerpt))),
  LATER_IN_ONE_LINE(when(excerpt -> !isOf(excerpt, 0) && !hasLines(excerpt))),
  /// One of the [LatinNames]; so the next four.
  HAS_A_NAME(when(excerpt -> names(excerpt).anyIn(excerpt.from(), excerpt.to()))),
  HAS_THE_FIRST_NAME(when(excerpt -> names(excerpt).firstIn(excerpt.from(), excerpt.to()))),
  HAS_THE_COMMONEST_NAME(when(excerpt -> names(excerpt).commonestIn(excerpt.from(), excerpt.to()))),
  STARTS_WITH_A_NAME(when(excerpt -> names(excerpt).beginAt(excerpt.from()))),
  /// While the text has one.
  LACKS_A_NAME(when(ExcerptFeature::lacksName)),
  /// A name in `《》`; so the next two.
  HAS_A_BOOK(when(Excerpt::hasBook)),
  IS_A_BOOK(when(Excerpt::isBook)),
  /// While the text has one.
  LACKS_A_BOOK(when(ExcerptFeature::lacksBook)),
  /// Has a word for something that happened or came out.
  NEWS(when(excerpt -> Cues.NEWS.in(excerpt.lower()))),
  /// Has a word by which an author presents what somebody made.
  PRESENTS(when(excerpt -> Cues.PRESENTS.in(excerpt.lower()))),
  /// The author does: "I", "we".
  SPEAKS_OF_ITSELF(when(excerpt -> Turns.SELF.in(excerpt.lower()))),
  /// Of those with the same beginning; so the next.
  SHORTEST(when(excerpt -> excerpt.shorter() == 0)),
  SECOND_SHORTEST(when(excerpt -> excerpt.shorter() == 1)),
  BEHIND_A_COLON(when(excerpt -> excerpt.follows("：:"))),
  BEHIND_A_QUOTE(when(excerpt -> excerpt.follows("》」』”】"))),
  BEFORE_A_COLON(when(excerpt -> excerpt.isBefore("：:"))),
  BEFORE_A_COMMA(when(excerpt -> excerpt.isBefore("，,"))),
  BEFORE_A_FULL_STOP(when(excerpt -> excerpt.isBefore("。."))),
  ENDS_ITS_LINE(when(Excerpt::endsLine));

  /// Pairs of what editors put over a post, in the middle.
  private static final int OF_A_TITLE = 21;

  /// At most so many columns.
  private static final int SHORT_LINE = 69;

  private final ToIntFunction<Excerpt> thousandths;

  ExcerptFeature(ToIntFunction<Excerpt> thousandths) {
    this.thousandths = thousandths;
  }

  int of(Excerpt excerpt) {
    return thousandths.applyAsInt(excerpt);
  }

  private static ToIntFunction<Excerpt> share(Trait trait) {
    return excerpt -> 2000 * excerpt.count(trait) / (excerpt.count(Trait.ANY) + OF_A_TITLE);
  }

  private static ToIntFunction<Excerpt> width(int from, int below) {
    return when(excerpt -> excerpt.width() >= from && excerpt.width() < below);
  }

  private static ToIntFunction<Excerpt> when(Predicate<Excerpt> holds) {
    return excerpt -> holds.test(excerpt) ? 1000 : 0;
  }

  private static boolean isOf(Excerpt excerpt, int place) {
    return excerpt.source().place() == place;
  }

  private static LatinNames names(Excerpt excerpt) {
    return excerpt.source().context().names();
  }

  private static boolean lacksName(Excerpt excerpt) {
    return !names(excerpt).isEmpty() && !names(excerpt).anyIn(excerpt.from(), excerpt.to());
  }

  private static boolean lacksBook(Excerpt excerpt) {
    return excerpt.source().context().hasBook() && !excerpt.hasBook();
  }

  /// An eighth of ln(1 + UTF-16 units of the text), in thousandths, so that it is as large as other
  /// features are: 576 for a hundred, 863 for a thousand, 1151 for the ten thousand that are read.
  private static int length(Excerpt excerpt) {
    return (int) (125 * StrictMath.log(1 + excerpt.source().lines().length()));
  }

  private static boolean hasLines(Excerpt excerpt) {
    return excerpt.source().context().hasLines();
  }

  private static boolean isInFirstLine(Excerpt excerpt) {
    return excerpt.source().sentence().line() == 0;
  }

  private static boolean isOfShortTitleLine(Excerpt excerpt) {
    return excerpt.source().alone()
        && isInFirstLine(excerpt)
        && isShort(excerpt.source().sentence().text());
  }

  private static boolean isShort(String line) {
    return Width.prefix(line, SHORT_LINE) == line.length();
  }

  private static boolean isWhole(Excerpt excerpt) {
    return excerpt.startsSentence() && excerpt.endsSentence();
  }

  /// Turns of speech.
  private static final class Turns {
    static final Phrases SELF =
        Phrases.among(Phrases.Border.OF_LETTERS, "我", "i", "my", "we", "our");
  }
}
