package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.digest.render.DigestRenderer.Format;
import io.gistmill.domain.Language;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailFitTest {

  /// Where Gmail clips, and a little for what mail servers add.
  private static final int CLIPPED = 100_000;

  private final DigestRenderer renderer = new DigestRenderer();

  @ParameterizedTest
  @EnumSource(names = {"EN", "ZH"})
  void aFloodFitsIntoAMail(Language language) throws MessagingException, IOException {
    // given
    DigestPage flood = SamplePages.flood(language);

    // when
    DigestPage mail = renderer.fitForMail(flood).page();

    // then
    String html = renderer.render(mail, Format.HTML);
    assertThat(encoded(html, "base64")).isLessThan(CLIPPED);
    assertThat(encoded(html, "quoted-printable")).isLessThan(CLIPPED);
    assertThat(mail.stories()).hasSizeGreaterThan(10);
    assertThat(mail.all()).isEqualTo(1_000);
    assertThat(html).contains(Words.of(mail.locale()).more(mail), SamplePages.FOOTER.web() + "\"");
    assertThat(html).contains(SamplePages.FOOTER.unsubscribe() + "\"");
  }

  @ParameterizedTest
  @EnumSource(names = {"EN", "ZH"})
  void oneMoreStoryWouldNotFit(Language language) {
    // given
    DigestPage flood = SamplePages.flood(language);
    int shown = renderer.fitForMail(flood).page().stories().size();

    // when
    DigestPage longer =
        flood
            .withStories(flood.stories().stream().map(story -> story.withFirst(6)).toList())
            .withBest(shown + 1);

    // then
    assertThat(MailFit.size(renderer.render(longer, Format.HTML))).isGreaterThan(MailFit.LIMIT);
  }

  @ParameterizedTest
  @EnumSource(names = {"EN", "ZH"})
  void aStoryOfManyPostsCountsThoseThatItDoesNotList(Language language) {
    // when
    DigestPage mail = renderer.fitForMail(SamplePages.flood(language)).page();

    // then
    assertThat(mail.stories())
        .allMatch(story -> story.posts().size() == 6 && story.morePosts() == 4);
  }

  @ParameterizedTest
  @EnumSource(names = {"HTML", "TEXT", "MARKDOWN"})
  void everyFormSaysHowManyPostsAreNotListed(Format format) {
    // given
    DigestPage mail = renderer.fitForMail(SamplePages.flood(Language.EN)).page();

    // when
    String rendered = renderer.render(mail.withBest(2), format);

    // then
    assertThat(rendered.split("4 more posts tell this\\.", -1)).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(names = {"EN", "ZH"})
  void anOrdinaryDigestIsLeftAsItIs(Language language) {
    assertThat(renderer.fitForMail(SamplePages.daily(language)).page())
        .isEqualTo(SamplePages.daily(language));
  }

  @ParameterizedTest
  @EnumSource(names = {"EN", "ZH"})
  void fortyOrdinaryStoriesFit(Language language) {
    // given
    DigestPage day = SamplePages.daily(language);
    List<DigestPage.StoryView> stories =
        Collections.nCopies(10, day.stories()).stream().flatMap(List::stream).toList();

    // when
    DigestPage mail = renderer.fitForMail(day.withStories(stories)).page();

    // then
    assertThat(mail.stories()).hasSize(40);
  }

  private static int encoded(String html, String encoding) throws MessagingException, IOException {
    var bytes = new ByteArrayOutputStream();
    try (OutputStream encoder = MimeUtility.encode(bytes, encoding)) {
      encoder.write(html.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.size();
  }
}
