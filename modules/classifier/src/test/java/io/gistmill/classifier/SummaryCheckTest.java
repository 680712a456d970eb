package io.gistmill.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.api.summary.Draft;
import io.gistmill.domain.Language;
import io.gistmill.domain.Post;
import io.gistmill.domain.Summarised;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SummaryCheckTest {

  private static final String ID = "quill@1";

  private static final Post ENGLISH =
      TestPosts.post(
          "p1",
          """
          We trained Zorblax-72B on 1,500 recipes in three weeks. With OpenAI's GPT-4 as the judge, \
          it wins 61% of the pairs, up from 12.5 percent. Nadia Vorn measured 46.7B tokens, and \
          Gemini 1.5 Pro needed twice as long to answer. The code is at https://example.org/zorblax.
          """);

  private static final Post CHINESE =
      TestPosts.post(
          "p2",
          """
          我們把檢索模型放到手機上了：索引只有４２ MB，回答一個問題平均用 1.3 秒。英伟达的两位工程师\
          给了三个建议，最有用的是把向量压缩到八位。参数量是 70 亿，一共训练了 467 亿个词元，\
          准确率从 61% 提高到 74%。
          """);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The team trained Zorblax-72B on 1,500 recipes in three weeks.
          The team trained the 72B model on 1500 recipes in 3 weeks.
          With GPT-4 as the judge, the model wins 61 percent of the pairs.
          Judged by GPT-4, the trained model wins 61% of pairs, up from 12.5%.
          Nadia Vorn measured 46.7 billion tokens.
          Gemini 1.5 needed twice as long to answer.
          Measured by Nadia Vorn, answering took Gemini 1.5 Pro twice as long.
          """)
  void anEnglishSentenceStandsThatThePostBearsOut(String sentence) {
    assertThat(sentences(ENGLISH, Language.EN, sentence)).containsExactly(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The team trained Zorblax-72B on 1,600 recipes in three weeks. | the number 1,600
          The team trained Zorblax-72B on 1,500 recipes in two weeks. | the number 2
          The team trained Zorblax-70B on 1,500 recipes in three weeks. | the number 70b
          The judge wins 1,500 million pairs of the recipes. | the number 1,500million
          It wins 61 of the pairs with the judge. | the number 61
          The judge wins 4 of the trained pairs. | the number 4
          With GPT-5 as the judge, it wins 61% of the pairs. | the number 5
          With Claude as the judge, it wins 61% of the pairs. | the name claude
          With OpenAI's judge, Marek Vorn wins 61% of the pairs. | the name Marek
          Gemini 2.5 needed twice as long to answer. | the number 2.5
          Gemini 1.5 Flash needed twice as long to answer. | the name
          Zorblix wins most of the pairs with the judge. | the name Zorblix
          llamaX wins most of the pairs with the judge. | the name llamaX
          The farmers everywhere welcome cheaper fertiliser this spring. | too far from those of the post
          The team trained Zorblax-72B on recipes | a sentence without end
          It wins. | columns
          The code is at https://example.org/zorblax for recipes. | a link or markup
          The code for recipes is at example.org/zorblax now. | a link or markup
          It wins <b>61%</b> of the pairs with the judge. | a link or markup
          It wins **61%** of the pairs with the judge. | a link or markup
          该模型在 61% 的对比中胜出。 | another language
          """)
  void anEnglishSentenceFallsThatThePostDoesNotBearOut(String sentence, String reason) {
    assertThat(failure(ENGLISH, Language.EN, sentence)).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          检索模型放到了手机上，索引只有 42MB。
          检索模型放到了手机上，回答一个问题平均用1.3秒。
          NVIDIA 的两位工程师给了3个建议。
          英伟达的工程师建议把向量压缩到八位。
          模型参数量是7B，训练了 46.7B 个词元。
          从百分之六十一提高到 74% 的是准确率，参数量是 70 亿。
          """)
  void aChineseSentenceStandsThatThePostBearsOut(String sentence) {
    assertThat(sentences(CHINESE, Language.ZH, sentence)).containsExactly(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          检索模型放到了手机上，索引只有 24MB。 | the number 24mb
          英伟达的三位工程师给了两个建议，参数量是 71 亿。 | the number 71亿
          英伟达的五位工程师给了三个建议。 | the number 5
          谷歌的两位工程师给了三个建议。 | the name
          准确率从 61% 提高到 84%。 | the number 84%
          准确率从 61% 提高到百分之八十四。 | the number 84%
          OpenAI 的两位工程师给了三个建议。 | the name
          春天到了，农民们买到了便宜的化肥和种子。 | too far from those of the post
          The retrieval model now fits on a phone. | another language
          検索モデルがスマホで動くようになりました。 | another language
          """)
  void aChineseSentenceFallsThatThePostDoesNotBearOut(String sentence, String reason) {
    assertThat(failure(CHINESE, Language.ZH, sentence)).contains(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The app has five million users after a year. | The app has 5 million users.
          The app has 5M users after a year. | The app has five million users.
          The app has 35 users after a year. | The app has thirty-five users.
          35,200 users paid two thousand of the app in a year. | Thirty-five thousand and two hundred users paid.
          The app won 60% of users in a year. | The app won sixty percent of users.
          The app has thirteen users after a year. | The app has 13 users.
          The app has a dozen users after a year. | The app has 12 users.
          105 users paid one hundred of the app in a year. | One hundred and five users paid.
          The app has millions of users after a year. | The app has millions of users.
          The app wins 10-90% of users over. | The app wins 90% of users over.
          The app wins 10-90% of users over. | The app wins 10-90% of users over.
          We trained Zorblax-4 and Zorblax-5 on recipes. | They trained Zorblax-5 on recipes.
          We trained Zorblax 5 on recipes. | They trained Zorblax-5 on recipes.
          We moved the app to Python 3.12.1 for its users. | They moved the app to Python 3.12.1 for users.
          The app has users at OpenAI, 5 models and two phones. | The app has 2 phones and five models.
          公司融资三万美元，用于训练模型。 | 公司融资 3 万美元，用于训练模型。
          公司融资三亿美元，用于训练模型。 | 公司融资 3 亿美元，用于训练模型。
          公司融资两万亿元，用于训练模型。 | 公司融资2万亿元，用于训练模型。
          公司发布了一百零五个训练模型。 | 公司发布了105个训练模型。
          公司发布了 2500 个训练模型。 | 公司发布了两千五百个训练模型。
          公司融资三点五亿美元，用于训练模型。 | 公司融资 3.5 亿美元，用于训练模型。
          训练模型的速度提高到2倍。 | 训练模型的速度提高到两倍。
          训练模型的准确率达到了，50%。 | 训练模型的准确率达到了百分之五十。
          二〇二四年公司发布了训练模型。 | 2024年公司发布了训练模型。
          公司发布了一个训练模型，面向百家企业。 | 公司发布训练模型，面向百家企业。
          """)
  void aNumberStandsInEachOfItsForms(String post, String sentence) {
    // given
    String headline = sentence.substring(0, sentence.length() - 1);
    var draft = new Draft.Written(headline, List.of(sentence));

    // when
    Summarised summary =
        SummaryCheck.check(ID, TestPosts.post("p3", post), languageOf(sentence), draft);

    // then
    assertThat(summary).isEqualTo(new Summarised.Written(ID, headline, List.of(sentence)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The app has 5 users after a year. | The app has five million users. | 5000000
          The app has 5 users after a year. | The app has millions of users. | millions
          The app has 5 users after a year. | The app has a million users. | 1000000
          The app has 5 users after a year. | The app has five dozen users. | 60
          The app has 5 users after a year. | The app has 5 hundred users. | 100
          The app has 5 users after a year. | The app has thirteen users. | 13
          The app has 30 or 5 users after a year. | The app has thirty-five users. | 35
          The app won 60 users in a year. | The app won sixty percent of users. | 60%
          The app won 10 of the 90 users over. | The app won 10-90% of users over. | 90%
          The app won 10 of the 90 users over. | The app won 10/90% of users over. | 90%
          The app won 12 of the 5 users over. | The app won 12,5% of users over. | 5%
          The app won 10 of the 90 users over. | The app won 10-90 million users over. | 90million
          We trained Zorblax-4 on recipes with 5 models. | They trained Zorblax-5 on recipes. | 5
          We trained Zorblax-4 on recipes with 5 models. | They trained Zorblax 5 on recipes. | 5
          We trained Zorblax4 on recipes with 5 models. | They trained Zorblax5 on recipes. | 5
          We trained an 8x7B model on recipes. | They trained an 8x22B model on recipes. | 8x22b
          We moved the app to Python 3.12.1 for users. | They moved the app to Python 3.12.4 for users. | 3.12.4
          公司融资三万美元，用于训练模型。 | 公司融资三亿美元，用于训练模型。 | 300000000
          公司融资三万美元，用于训练模型。 | 公司融资三万亿美元，用于训练模型。 | 3000000000000
          公司融资3千美元，用于训练模型。 | 公司融资3千亿美元，用于训练模型。 | 100000000
          公司融资三千美元，用于训练模型。 | 公司融资四千美元，用于训练模型。 | 4000
          公司发布了5个训练模型。 | 公司发布了一百零五个训练模型。 | 105
          公司发布了5个训练模型。 | 公司发布了一百个训练模型。 | 100
          公司发布了5个训练模型。 | 公司发布了一千个训练模型。 | 1000
          公司有5名用户训练模型。 | 公司有一亿名用户训练模型。 | 100000000
          公司有5名用户训练模型。 | 公司有数千名用户训练模型。 | 1000
          公司有5名用户训练模型。 | 公司有上亿名用户训练模型。 | 100000000
          训练模型的速度用了2天提高。 | 训练模型的速度提高到两倍。 | 2x
          训练模型的准确率用了61天提高。 | 训练模型的准确率提高到百分之61。 | 61%
          公司用四分之三的时间训练模型。 | 公司用七分之三的时间训练模型。 | 7
          公司用四分之三的时间训练模型。 | 公司用四分之五的时间训练模型。 | 5
          公司用三页训练模型。 | 公司用九页训练模型。 | 9
          训练用了 Zorblax-4 和5个模型。 | 训练用了 Zorblax-5 模型。 | 5
          训练用了10个和90个模型。 | 训练用了10-90%的模型。 | 90%
          """)
  void aNumberFallsThatHasAnotherScaleUnitOrName(String post, String sentence, String number) {
    assertThat(failure(TestPosts.post("p4", post), languageOf(sentence), sentence))
        .contains("the number " + number + " does");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The model wins \uD835\uDFD7\uD835\uDFD7% of the pairs.",
        "The model wins ½ of the pairs with the judge.",
        "The model wins Ⅻ of the pairs with the judge.",
        "The model wins ⑨ of the pairs with the judge.",
        "The model wins ٩ of the pairs with the judge."
      })
  void aNumberInOtherSignsFalls(String sentence) {
    assertThat(failure(ENGLISH, Language.EN, sentence)).contains("other signs than digits");
  }

  @Test
  void halfACharacterFalls() {
    assertThat(failure(ENGLISH, Language.EN, "The model \uD83D wins the pairs with the judge."))
        .contains("a link or markup");
  }

  @Test
  void theSourceIsAllThatAModelMayBeSent() {
    // given
    String filler = "The recipes are long and the judge reads them. ".repeat(60);
    Post post =
        TestPosts.quoting(
            "```\nbatch = 4096\n``` is the setting of the model.",
            filler + "The model wins 77% of the pairs.");
    String ofCode = "The setting of the model is a batch of 4096.";
    String ofQuote = "The model wins 77% of the pairs.";

    // when
    List<String> kept = sentences(post, Language.EN, ofCode, ofQuote);

    // then
    assertThat(kept).containsExactly(ofCode, ofQuote);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "一千",
        "九",
        "亿万",
        "五亿",
        "三点五",
        "five hundred and ",
        "million ",
        "1-",
        "1,",
        "1.",
        "9"
      })
  void noRunOfNumbersIsTooLong(String part) {
    // given
    Post post = TestPosts.post("p5", part.repeat(100_000 / part.length()));

    // when
    String reason = failure(post, Language.EN, "The model has seven hundred users.");

    // then
    assertThat(reason).contains("the number 700");
  }

  private static Language languageOf(String sentence) {
    return sentence.chars().anyMatch(Character::isIdeographic) ? Language.ZH : Language.EN;
  }

  @Test
  void whatFallsIsLeftOutAndTheRestStays() {
    // given
    var draft =
        new Draft.Written(
            "Zorblax-72B wins 61% of the pairs",
            List.of(
                "Zorblax-99B wins 61% of the pairs.",
                "The model was trained on 1,500 recipes.",
                "With GPT-4 as the judge, it wins 61% of the pairs."));

    // when
    Summarised summary = SummaryCheck.check(ID, ENGLISH, Language.EN, draft);

    // then: nobody reads a third sentence
    assertThat(summary)
        .isEqualTo(
            new Summarised.Written(
                ID,
                "Zorblax-72B wins 61% of the pairs",
                List.of("The model was trained on 1,500 recipes.")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Zorblax-99B wins 61% of the pairs | the number 99b
          '' | 0 columns
          Wins! | 5 columns
          """)
  void whereTheHeadlineFallsNothingIsShown(String headline, String reason) {
    // given
    var draft = new Draft.Written(headline, List.of("The model was trained on 1,500 recipes."));

    // when
    Summarised summary = SummaryCheck.check(ID, ENGLISH, Language.EN, draft);

    // then
    assertThat(summary).isInstanceOf(Summarised.Failed.class);
    assertThat(((Summarised.Failed) summary).reason())
        .startsWith("its headline cannot be shown: ")
        .contains(reason);
  }

  @Test
  void theHeadlineIsHeldAgainstThePostLikeASentence() {
    // given
    String headline = "  Zorblax-72B wins\n61% of the pairs ";
    var draft = new Draft.Written(headline, List.of("The model was trained on 1,500 recipes."));

    // when
    Summarised summary = SummaryCheck.check(ID, ENGLISH, Language.EN, draft);

    // then
    assertThat(summary)
        .isEqualTo(
            new Summarised.Written(
                ID,
                "Zorblax-72B wins 61% of the pairs",
                List.of("The model was trained on 1,500 recipes.")));
  }

  @Test
  void sentencesThatHaveNoRoomTogetherAreNotShownTogether() {
    // given
    String sentence = "The model was trained on recipes" + " and on more recipes".repeat(10) + ".";

    // when
    List<String> kept = sentences(ENGLISH, Language.EN, sentence, sentence);

    // then
    assertThat(kept).containsExactly(sentence);
  }

  @Test
  void aTextWithoutEndAndADraftWithoutSentencesAreFailures() {
    // given
    String endless = "The model was trained on recipes ".repeat(10_000) + ".";

    // when
    String tooLong = failure(ENGLISH, Language.EN, endless);
    String empty = failure(ENGLISH, Language.EN);

    // then
    assertThat(tooLong).contains("0 columns");
    assertThat(empty).contains("it wrote no sentence");
  }

  private static List<String> sentences(Post post, Language language, String... written) {
    return switch (check(post, language, written)) {
      case Summarised.Written stands -> stands.sentences();
      case Summarised.Failed(String _, String reason) -> throw new AssertionError(reason);
    };
  }

  private static String failure(Post post, Language language, String... written) {
    return switch (check(post, language, written)) {
      case Summarised.Written stands -> throw new AssertionError("it stands: " + stands);
      case Summarised.Failed(String summariser, String reason) -> {
        assertThat(summariser).isEqualTo(ID);
        yield reason;
      }
    };
  }

  private static Summarised check(Post post, Language language, String... written) {
    String headline = language == Language.EN ? "The judge wins pairs" : "检索模型放到手机上";
    return SummaryCheck.check(ID, post, language, new Draft.Written(headline, List.of(written)));
  }
}
