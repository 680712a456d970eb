package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Language;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestPagesTest {

  @Test
  void aDailyDigestIsNamedByTheDayThatItEnds() {
    DigestPage page = SampleDigest.usual().page();

    assertThat(page.title()).isEqualTo("Daily digest: RAG, Thursday, 14 December 2023");
    assertThat(page.period()).isEqualTo("14 Dec 2023, 00:00 to 15 Dec 2023, 00:00 (Asia/Shanghai)");
  }

  @Test
  void aWeeklyDigestIsNamedByItsIsoWeek() {
    SampleDigest sample = SampleDigest.usual();
    Cadence weekly = new Cadence.Weekly(DayOfWeek.FRIDAY, LocalTime.MIDNIGHT);

    DigestPage page = sample.pages().page(sample.digest("all", weekly, 0));

    assertThat(page.title()).isEqualTo("Weekly digest: all topics, week 50 of 2023");
  }

  @ParameterizedTest
  @CsvSource({
    "EN, 'Daily digest: all topics, matching “gpu OR 显卡”', 'all topics, matching “gpu OR 显卡”, every'",
    "ZH, 每日摘要：全部主题，符合检索式“gpu OR 显卡”, 全部主题，符合检索式“gpu OR 显卡”"
  })
  void aDigestOfAFilterNamesIt(Language language, String heading, String reason) {
    DigestPage page = SampleDigest.usual().readIn(language).matching("gpu OR 显卡").page("all", 0);

    assertThat(page.heading()).isEqualTo(heading);
    assertThat(Words.of(page.locale()).reason(page)).contains(reason);
  }

  @Test
  void aLongFilterIsCutInTheTitle() {
    DigestPage page = SampleDigest.usual().matching("a OR ".repeat(100) + "b").page("all", 0);

    assertThat(page.heading()).hasSizeLessThan(130).endsWith("…”");
  }

  @Test
  void datesAreThoseOfTheSubscribersZone() {
    DigestPage page =
        new SampleDigest()
            .story(
                "s", "0.1", SampleDigest.post("p", Language.EN).published("2023-12-13T20:00:00Z"))
            .page();

    DigestPage.PostView post = page.stories().getFirst().posts().getFirst();

    assertThat(post.published()).isEqualTo("2023-12-14T04:00:00+08:00");
  }

  @Test
  void marksSayWhatIsLateOrInferred() {
    DigestPage page = SampleDigest.usual().page();

    assertThat(page.stories())
        .flatExtracting(DigestPage.StoryView::posts)
        .extracting(Words.of(Words.ENGLISH)::marks)
        .containsExactly(
            "14 Dec 2023, 11:00 · #11",
            "12 Dec 2023, 17:00 · #12 · late",
            "14 Dec 2023 (date inferred) · #13");
  }

  @Test
  void aStoryCarriesTheTopicsAndSourcesOfAllItsPosts() {
    DigestPage.StoryView story = SampleDigest.usual().page().stories().getFirst();

    assertThat(story.topics())
        .extracting(DigestPage.TopicView::name)
        .containsExactly("RAG", "Tools");
    assertThat(story.sources()).isEqualTo(2);
    assertThat(story.ordinals()).containsExactly(11L, 12L);
    assertThat(Words.of(Words.ENGLISH).why(story)).isEqualTo("Why: 2 sources, score 0.81");
  }

  @Test
  void aPostWithoutWordsIsNamedByItsLinkOrAuthor() {
    DigestPage page =
        new SampleDigest()
            .story(
                "s1",
                "0.2",
                SampleDigest.post("p1", Language.OTHER).headline(" ").link("https://a.example/1"))
            .story("s2", "0.1", SampleDigest.post("p2", Language.OTHER).headline(""))
            .page();

    assertThat(page.stories())
        .extracting(DigestPage.StoryView::headline)
        .containsExactly("https://a.example/1", "Post by Ada");
  }

  @ParameterizedTest
  @CsvSource({
    "ZH, 河狸, zh",
    "EN, Beaver, en",
    "MIXED, 河狸 Beaver, zh",
    "MIXED, Beaver, en",
    "OTHER, Biber, und"
  })
  void aHeadlineSaysItsLanguage(Language language, String headline, String expected) {
    DigestPage page =
        new SampleDigest()
            .story("s", "0.1", SampleDigest.post("p", language).headline(headline))
            .page();

    assertThat(page.stories().getFirst().language()).isEqualTo(expected);
  }
}
