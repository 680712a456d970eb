package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderLanguageTest {

  @ParameterizedTest
  @CsvSource({
    "ZH, 河狸开源, 四万页。, zh",
    "EN, Beaver is out, Forty thousand pages., en",
    "MIXED, 河狸开源, 四万页。, zh",
    ", 河狸开源, 四万页。, zh"
  })
  void wordsAreThoseOfAPostInTheReadersLanguage(
      @Nullable Language asked, String headline, String summary, String language) {
    // given
    SampleDigest sample =
        new SampleDigest()
            .story(
                "s",
                "0.5",
                post("p1", Language.ZH, "河狸开源", "四万页。"),
                post("p2", Language.MIXED, "河狸 Beaver", "四万 pages."),
                post("p3", Language.EN, "Beaver is out", "Forty thousand pages."));

    // when
    DigestPage.StoryView story =
        (asked == null ? sample : sample.readIn(asked)).page().stories().getFirst();

    // then
    assertThat(story.language()).isEqualTo(language);
    assertThat(story.summary()).isEqualTo(summary);
    assertThat(story.headline()).isEqualTo(headline);
  }

  @Test
  void theLeadTellsAStoryThatNobodyToldInTheReadersLanguage() {
    // given
    SampleDigest sample =
        new SampleDigest()
            .readIn(Language.ZH)
            .story("s", "0.5", post("p1", Language.EN, "Beaver", "Out."));

    // when
    DigestPage.StoryView story = sample.page().stories().getFirst();

    // then
    assertThat(story.headline()).isEqualTo("Beaver");
  }

  @Test
  void aPostWithoutHeadlineDoesNotTellTheStory() {
    // given
    SampleDigest sample =
        new SampleDigest()
            .readIn(Language.ZH)
            .story(
                "s",
                "0.5",
                post("p1", Language.EN, "Beaver", "Out."),
                post("p2", Language.ZH, " ", ""));

    // when
    DigestPage.StoryView story = sample.page().stories().getFirst();

    // then
    assertThat(story.headline()).isEqualTo("Beaver");
  }

  @Test
  void theStoryLinksToThePostWhoseWordsItHas() {
    // given
    SampleDigest sample =
        new SampleDigest()
            .readIn(Language.ZH)
            .story(
                "s",
                "0.5",
                post("p1", Language.EN, "Beaver", "Out.").link("https://a.example/en"),
                post("p2", Language.ZH, "河狸", "出了。").link("https://a.example/zh"));

    // when
    DigestPage.StoryView story = sample.page().stories().getFirst();

    // then
    assertThat(story.link()).isEqualTo("https://a.example/zh");
    assertThat(story.posts()).extracting(DigestPage.PostView::id).containsExactly("p1", "p2");
  }

  private static SampleDigest.Draft post(
      String id, Language language, String headline, String summary) {
    return SampleDigest.post(id, language).headline(headline).summary(summary);
  }
}
