package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Language;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whether a mail can be read: by everybody (WCAG 2.2, AA), in the light and in the dark.
class MailLooksTest {

  private static final double AA = 4.5;
  private static final int SMALLEST = 14;

  static List<String> mails() {
    return MailClientsTest.mails();
  }

  @ParameterizedTest
  @MethodSource("mails")
  void wordsStandOutInTheLight(String html) {
    assertThat(new MailLooks(html).light()).isNotEmpty().allSatisfy(MailLooksTest::standsOut);
  }

  @ParameterizedTest
  @MethodSource("mails")
  void wordsStandOutInTheDark(String html) {
    assertThat(new MailLooks(html).dark())
        .isNotEmpty()
        .allSatisfy(MailLooksTest::standsOut)
        .allMatch(words -> Contrast.of(words.background(), "#000000") < 2);
  }

  @ParameterizedTest
  @MethodSource("mails")
  void wordsStandOutWhereAProgramInvertsColours(String html) {
    assertThat(new MailLooks(html).light())
        .allSatisfy(
            words ->
                assertThat(
                        Contrast.of(
                            Contrast.inverted(words.colour()),
                            Contrast.inverted(words.background())))
                    .as(words.toString())
                    .isGreaterThan(AA));
  }

  private static void standsOut(MailLooks.Words words) {
    assertThat(Contrast.of(words.colour(), words.background()))
        .as(words.toString())
        .isGreaterThan(AA);
    assertThat(words.size()).as(words.toString()).isGreaterThanOrEqualTo(SMALLEST);
  }

  @ParameterizedTest
  @MethodSource("mails")
  void headingsComeInOrder(String html) {
    // when
    List<Integer> levels =
        Jsoup.parse(html).select("h1, h2, h3").stream()
            .map(heading -> heading.tagName().charAt(1) - '0')
            .toList();

    // then
    assertThat(levels).startsWith(1);
    assertThat(levels.stream().filter(level -> level == 1)).hasSize(1);
    for (int i = 1; i < levels.size(); i++) {
      assertThat(levels.get(i) - levels.get(i - 1)).isLessThanOrEqualTo(1);
    }
  }

  @Test
  void theDocumentAndEachStorySayTheirLanguageAndDirection() {
    // when
    Document mail = Jsoup.parse(html(SamplePages.daily(Language.ZH)));

    // then
    assertThat(mail.select("html").attr("lang")).isEqualTo("zh-Hans");
    assertThat(mail.select("html").attr("dir")).isEqualTo("ltr");
    assertThat(mail.select("h2").eachAttr("lang")).containsExactly("zh", "zh", "en", "und");
    assertThat(mail.select("h2[dir=rtl]")).hasSize(1);
    assertThat(mail.select("h2[dir=rtl] ~ p[dir=rtl]")).hasSize(1);
  }

  @Test
  void tablesAreForLayoutAlone() {
    assertThat(Jsoup.parse(html(SamplePages.weekly(Language.EN))).select("table"))
        .allMatch(table -> table.attr("role").equals("presentation"));
  }

  @Test
  void previewTextSaysWhatTheMailIsAbout() {
    // when
    Element first = Jsoup.parse(html(SamplePages.daily(Language.ZH))).body().child(0);

    // then
    assertThat(first.attr("style")).contains("display:none");
    assertThat(first.text()).startsWith("共 7 条：墨鹭科技开源了大语言模型");
  }

  private static String html(DigestPage page) {
    return new DigestRenderer().render(page, DigestRenderer.Format.HTML);
  }
}
