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
