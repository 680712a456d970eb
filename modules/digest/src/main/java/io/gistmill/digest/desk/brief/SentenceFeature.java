package io.gistmill.digest.desk.brief;

import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/// What is looked at to tell whether a sentence speaks for its text. Each gives a whole number of
/// thousandths, so that no two machines differ; what it is worth stands in [SentenceWeights].
///
/// Place, cue words, title words and length after Edmundson, "New methods in automatic extracting"
/// (1969); terms shared with other sentences after Luhn, "The automatic creation of literature
/// abstracts" (1958).
enum SentenceFeature {
  ANY(when(view -> true)),
  FIRST(when(view -> view.place() == 0)),
  SECOND(when(view -> view.place() == 1)),
  THIRD(when(view -> view.place() == 2)),
  LAST(when(view -> view.place() == view.sentences() - 1)),
  LEADS_ITS_LINE(when(SentenceView::leads)),
  ONLY_ONE(when(view -> view.sentences() == 1)),
  ONE_OF_FEW(when(view -> view.sentences() <= 3)),
  NEAR_THE_TOP(view -> 1000 / (1 + view.place())),
  BEFORE_IT(view -> logarithm(view.before())),
  SHARE_BEFORE_IT(view -> 1000 * view.before() / Math.max(1, view.columns())),
  CENTRAL(SentenceView::central),
  BEHIND_MORE_CENTRAL_ONES(SentenceView::behind),
  TERMS_OF_THE_HEADLINE(view -> view.shareOf(view.headline())),
  SAYS_THE_HEADLINE(SentenceView::ofHeadline),
  REPEATS_THE_HEADLINE(when(SentenceView::repeatsHeadline)),
  TERMS_OF_THE_FIRST(view -> view.place() == 0 ? 0 : view.shareOf(view.first())),
  LENGTH(view -> logarithm(view.width())),
  VERY_SHORT(when(view -> view.width() < 24)),
  SHORT(when(view -> view.width() < 40)),
  OF_A_TITLES_LENGTH(when(view -> view.width() >= 32 && view.width() <= 64)),
  OF_GOOD_LENGTH(when(view -> view.width() >= 60 && view.width() <= 160)),
  LONG(when(view -> view.width() > 220)),
  LONG_FURTHER_DOWN(when(view -> view.width() > 100 && view.place() >= 3)),
  VERY_LONG(when(view -> view.width() > Summary.COLUMNS)),
  ENDS_IN_FULL(when(view -> Turns.endsInFull(view.text()))),
  ENDS_WITH_COLON(when(view -> view.endsWithOneOf("：:"))),
  ASKS(when(view -> view.endsWithOneOf("？?"))),
  EXCLAIMS(when(view -> view.endsWithOneOf("！!"))),
  NEWS(when(view -> Cues.NEWS.in(view.lower()))),
  GIST(view -> 500 * Cues.GIST.count(view.lower(), 2)),
  SUBSTANCE(when(view -> Cues.SUBSTANCE.in(view.lower()))),
  CHATTER(when(view -> Cues.CHATTER.in(view.lower()))),
  SALES(when(view -> Cues.SALES.in(view.lower()))),
  CALL(when(view -> Cues.CALL.in(view.lower()))),
  SAYS_WHAT_IT_IS(when(view -> Turns.DEFINES.in(view.lower()))),
  SPEAKS_OF_ITSELF(when(view -> Turns.SELF.in(view.lower()))),
  GIVES_AN_EXAMPLE(when(view -> Turns.EXAMPLE.in(view.lower()))),
  TURNS(when(view -> Turns.TURN.begin(view.lower()))),
  ADDS(when(view -> Turns.ADDITION.begin(view.lower()))),
  POINTS_BACK(when(view -> Turns.BACKWARD.begin(view.lower()))),
  FIGURES(view -> 250 * view.count("0123456789", 4)),
  MEASURES(when(view -> view.hasOneOf("%％倍分万亿"))),
  NAMES(view -> Math.min(4, latinWords(view.text())) * 250),
  COMMAS(view -> 250 * view.count("，,、", 4)),
  TITLE_MARKS(when(view -> view.hasOneOf("《》"))),
  QUOTES(when(view -> view.hasOneOf("“”「」\""))),
  MENTIONS(when(view -> view.hasOneOf("@＠"))),
  HASHTAG(when(view -> view.hasOneOf("#＃"))),
  LISTED(when(view -> view.sentence().form() == Sentence.Form.LISTED)),
  LABEL(when(view -> view.sentence().form() == Sentence.Form.LABEL)),
  REMNANT(when(view -> view.sentence().form() == Sentence.Form.REMNANT)),
  MOSTLY_MARKS(when(SentenceFeature::isMostlyMarks)),
  CHINESE(when(view -> hasChinese(view.text()))),
  /// What a classifier says that has read the whole text.
  EMPHASIS(SentenceView::emphasis);

  private final ToIntFunction<SentenceView> thousandths;

  SentenceFeature(ToIntFunction<SentenceView> thousandths) {
    this.thousandths = thousandths;
  }

  private static ToIntFunction<SentenceView> when(Predicate<SentenceView> holds) {
    return view -> holds.test(view) ? 1000 : 0;
  }

  int of(SentenceView view) {
    return thousandths.applyAsInt(view);
  }

  /// A tenth of ln(1 + columns), in thousandths.
  private static int logarithm(int columns) {
    return (int) (100 * StrictMath.log(1 + columns));
  }

  private static int latinWords(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean latin = c < 0x80 && Character.isLetter(c);
      words += latin && !inside ? 1 : 0;
      inside = latin || inside && c < 0x80 && Character.isLetterOrDigit(c);
    }
    return words;
  }

  private static boolean isMostlyMarks(SentenceView view) {
    String text = view.text();
    int letters = 0;
    int points = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      letters += Character.isLetter(text.codePointAt(i)) ? 1 : 0;
      points++;
    }
    return 2 * letters < points;
  }

  private static boolean hasChinese(String text) {
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      if (Width.isWide(text.codePointAt(i)) && Character.isIdeographic(text.codePointAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// Turns of speech.
  private static final class Turns {
    static final Phrases DEFINES =
        phrases(
            "是一个", "是一款", "是一种", "是一篇", "是一本", "是一门", "是一套", "是一项", "是一份", "是由", "是指", "就是", "is a",
            "is an", "is the", "are a", "are an", "are the");
    static final Phrases SELF = phrases("我", "i", "my", "we", "our");
    static final Phrases EXAMPLE =
        phrases("例如", "比如", "譬如", "举个", "for example", "for instance", "e.g");
    static final Phrases TURN = phrases("但", "不过", "然而", "可是", "只是", "but", "however", "yet");
    static final Phrases ADDITION =
        phrases("而且", "并且", "另外", "此外", "还有", "同时", "顺便", "also", "and", "besides", "moreover");
    static final Phrases BACKWARD =
        phrases(
            "这", "该", "它", "他", "她", "那", "this", "that", "these", "those", "it", "its", "he",
            "she", "they");

    private static Phrases phrases(String... phrases) {
      return Phrases.among(Phrases.Border.OF_ASCII, phrases);
    }

    static boolean endsInFull(String text) {
      int end = text.length();
      while (end > 0 && "\"'”’」』）)".indexOf(text.charAt(end - 1)) >= 0) {
        end--;
      }
      return end > 0 && "。！.!".indexOf(text.charAt(end - 1)) >= 0;
    }
  }
}
