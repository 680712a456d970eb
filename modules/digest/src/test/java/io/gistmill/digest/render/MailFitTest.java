package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.digest.render.DigestRenderer.Format;
import io.gistmill.domain.Language;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailFitTest {

  /// Where Gmail clips, and a little for what mail servers add.
  private static final int CLIPPED = 100_000;

  private final DigestRenderer renderer = new DigestRenderer();

  @ParameterizedTest
  @EnumSource(names = {"EN", "ZH"})
  void aFloodFitsIntoAMail(Language language) {
    // given
    DigestPage flood = SamplePages.flood(language);

    // when
    DigestPage mail = renderer.fitForMail(flood);

    // then
    String html = renderer.render(mail, Format.HTML);
    assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(CLIPPED);
    assertThat(mail.stories()).hasSizeGreaterThan(15);
    assertThat(mail.all()).isEqualTo(1_000);
    assertThat(html).contains(Words.of(mail.locale()).more(mail), SamplePages.FOOTER.web() + "\"");
    assertThat(html).contains(SamplePages.FOOTER.unsubscribe() + "\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"EN", "ZH"})
  void oneMoreStoryWouldNotFit(Language language) {
    // given
    DigestPage flood = SamplePages.flood(language);
    int shown = renderer.fitForMail(flood).stories().size();

    // when
    DigestPage longer =
        flood
            .withStories(flood.stories().stream().map(story -> story.withFirst(6)).toList())
            .withBest(shown + 1);

    // then
    assertThat(renderer.render(longer, Format.HTML).getBytes(StandardCharsets.UTF_8).length)
        .isGreaterThan(MailFit.LIMIT);
  }

  @ParameterizedTest
  @EnumSource(names = {"EN", "ZH"})
  void aStoryOfManyPostsCountsThoseThatItDoesNotList(Language language) {
    // when
    DigestPage mail = renderer.fitForMail(SamplePages.flood(language));

    // then
    assertThat(mail.stories())
        .allMatch(story -> story.posts().size() == 6 && story.morePosts() == 4);
  }

  @ParameterizedTest
  @EnumSource(names = {"EN", "ZH"})
  void anOrdinaryDigestIsLeftAsItIs(Language language) {
    assertThat(renderer.fitForMail(SamplePages.daily(language)))
        .isEqualTo(SamplePages.daily(language));
  }
}
