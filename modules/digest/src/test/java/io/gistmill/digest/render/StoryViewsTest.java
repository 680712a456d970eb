package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.StoryPost;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lines that have their mark inside them.
class StoryViewsTest {

  private static final Digest DIGEST =
      new SampleDigest()
          .readIn(Language.ZH)
          .digest("rag", new Cadence.Daily(LocalTime.MIDNIGHT), 0);
  private static final StoryViews VIEWS =
      new StoryViews(DIGEST, Words.of(Words.CHINESE), UnaryOperator.identity());

  @Test
  void anUpdateIsInTheLanguageOfItsPostWhateverTheLanguageOfTheMark() {
    // given
    StoryPost newest = generated("p1", Language.MIXED, "Beaver 2 is out");
    StoryPost teller = generated("p2", Language.ZH, "河狸开源");
    var item =
        new Digest.Item(
            "s", Fixed.ONE, List.of(), new Digest.Known(SampleDigest.FROM, 1, 1), null, null);

    // when
    StoryUpdate update =
        Objects.requireNonNull(VIEWS.view(item, 1, List.of(newest, teller)).update());

    // then
    assertThat(update.news()).isEqualTo("Beaver 2 is out（AI 生成）");
    assertThat(update.language()).isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource({"Beaver 2 is out, Beaver 2 is out（AI 生成）", "' ', https://a.example/1"})
  void onlyAHeadlineThatSomebodyWroteIsMarked(String headline, String line) {
    assertThat(VIEWS.told(generated("p1", Language.EN, headline)).headline()).isEqualTo(line);
  }

  @ParameterizedTest
  @CsvSource({"1, false", "-1, false", "2, true", "-8, true", "0, false"})
  void onlyAStoryThatMovedFarSaysSo(int places, boolean said) {
    // given
    var why = new Digest.Why(Fixed.ONE, Fixed.ZERO, Fixed.ZERO, places);
    var item = new Digest.Item("s", Fixed.ONE, List.of(), null, null, why);

    // when
    DigestPage.StoryView story =
        VIEWS.view(item, 1, List.of(generated("p1", Language.EN, "Beaver")));

    // then
    assertThat(story.why().contains(new Reason.Moved(places))).isEqualTo(said);
  }

  @Test
  void aLineBreakOfAMachineIsNoGap() {
    // given
    StoryPost post = generated("p1", Language.EN, "Beaver 2", "The mill turns.\nIt is fast.");
    var item = new Digest.Item("s", Fixed.ONE, List.of());

    // when
    DigestPage.StoryView story = VIEWS.view(item, 1, List.of(post));

    // then
    assertThat(story.summaryLine()).isEqualTo("The mill turns. It is fast.");
  }

  private static StoryPost generated(String id, Language language, String headline) {
    return generated(id, language, headline, "");
  }

  private static StoryPost generated(
      String id, Language language, String headline, String summary) {
    return new StoryPost(
        id,
        null,
        SampleDigest.FROM,
        SampleDigest.FROM,
        false,
        1,
        "Ada",
        null,
        "https://a.example/1",
        language,
        List.of(),
        headline,
        summary,
        Fixed.ONE,
        null,
        List.of(),
        null,
        "quill@1");
  }
}
