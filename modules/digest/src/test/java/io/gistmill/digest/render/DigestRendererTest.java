package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Json;
import io.gistmill.digest.render.DigestRenderer.Format;
import io.gistmill.domain.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class DigestRendererTest {

  private final DigestRenderer renderer = new DigestRenderer();

  @ParameterizedTest
  @EnumSource(Format.class)
  void looksAsAgreed(Format format) {
    String page = renderer.render(SampleDigest.usual().page("rag", 3), format);

    Agreed.assertAgreed("usual." + format.extension(), page);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void anEmptyDigestReadsWell(Format format) {
    String page = renderer.render(new SampleDigest().page("all", 0), format);

    Agreed.assertAgreed("empty." + format.extension(), page);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void theMachinesLocaleAndZoneChangeNothing(Format format) {
    DigestPage page = SampleDigest.usual().page();
    String before = renderer.render(page, format);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    String lines = System.setProperty("line.separator", "\r\n");
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
    try {
      String after = new DigestRenderer().render(SampleDigest.usual().page(), format);

      assertThat(after).isEqualTo(before).doesNotContain("\r");
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
      System.setProperty("line.separator", Objects.requireNonNull(lines));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HTML, The mill turns. … It is fast.",
    "TEXT, The mill turns. … It is fast.",
    "MARKDOWN, The mill turns. … It is fast.",
    "JSON, The mill turns.\\nIt is fast.",
  })
  void sentencesThatStandApartAreNotReadAsOne(Format format, String shown) {
    DigestPage page =
        new SampleDigest()
            .story(
                "s",
                "0.5",
                SampleDigest.post("p", Language.EN).summary("The mill turns.\r\n\n It is\tfast.\n"))
            .page();

    String rendered = renderer.render(page, format);

    assertThat(rendered).contains(shown);
  }

  @Test
  void hostileTextIsNoHtml() {
    String html = renderer.render(SampleDigest.hostile().page("all", 0), Format.HTML);

    assertThat(html)
        .doesNotContain("<script", "<img", "<b>", "javascript:alert(1)\"", "\u202E")
        .contains("&lt;script&gt;")
        .contains("href=\"https://social.example/a%22%3E%3Cb%3E?q=%3Cx%3E%20y%7Cz)\"");
    assertThat(html.split("</style>", -1)).hasSize(4);
    assertThat(html.split("</title>", -1)).hasSize(2);
    assertThat(html.split("href=", -1)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void aNameHidesNothing(Format format) {
    String digest = renderer.render(SampleDigest.hostile().page("all", 0), format);

    assertThat(digest)
        .contains("Ada ", "ada")
        .doesNotContain("\u200B", "\u202E", "\u2060", "\uFEFF");
  }

  @Test
  void hostileTextBreaksNoMarkdown() {
    String markdown = renderer.render(SampleDigest.hostile().page("all", 0), Format.MARKDOWN);

    List<String> lines = markdown.lines().toList();
    assertThat(lines).filteredOn(line -> line.startsWith("#")).hasSize(2);
    assertThat(lines).filteredOn(line -> line.startsWith("-")).hasSize(2);
    assertThat(lines).noneMatch(line -> line.startsWith("`") || line.startsWith("1. "));
    assertThat(markdown)
        .doesNotContain("[link]", "\u202E")
        .doesNotContainPattern("(?<!\\\\)\\]\\(javascript")
        .doesNotContainPattern("(?<!\\\\)<script")
        .contains("\\[link\\]")
        .contains("\\<script\\>")
        .contains("](<https://social.example/a%22%3E%3Cb%3E?q=%3Cx%3E%20y%7Cz)>)");
  }

  @Test
  void hostileTextForgesNoStoryInPlainText() {
    String text = renderer.render(SampleDigest.hostile().page("all", 0), Format.TEXT);

    assertThat(text.lines().filter(line -> line.matches("\\d+\\..*"))).hasSize(1);
    assertThat(text).doesNotContain("javascript:alert(1)\n", "\u202E");
  }

  @Test
  void hostileTextStaysTextInJson() {
    String json = renderer.render(SampleDigest.hostile().page("all", 0), Format.JSON);

    JsonNode story = Json.MAPPER.readTree(json).get("stories").get(0);
    assertThat(story.get("headline").asString())
        .isEqualTo("# <script>alert('x')</script> ## 7. Forged [link](https://evil.example)");
    assertThat(story.get("posts").get(0).has("link")).isFalse();
    assertThat(story.get("posts").get(1).get("link").asString()).doesNotContain("<", "\"", " ");
  }

  @Test
  void htmlLoadsNothingFromElsewhere() {
    String html = renderer.render(SampleDigest.usual().page(), Format.HTML);

    assertThat(html).doesNotContain("src=", "<link", "@import", "url(");
    assertThat(html)
        .contains(
            "<html lang=\"en\" dir=\"ltr\">",
            "<h2 class=\"ink\" lang=\"zh\"",
            "<h2 class=\"ink\" lang=\"en\"");
  }

  @ParameterizedTest
  @CsvSource({
    "EN, TEXT, '\n25 posts, repeats left out\n'",
    "EN, MARKDOWN, '\n25 posts, repeats left out\n'",
    "EN, HTML, '>25 posts, repeats left out</p>'",
    "ZH, TEXT, '\n共 25 个帖子，重复内容不计\n'",
    "ZH, MARKDOWN, '\n共 25 个帖子，重复内容不计\n'",
    "ZH, HTML, '>共 25 个帖子，重复内容不计</p>'",
  })
  void aWeekSaysWhatItsNumberCountsAndNothingBehindIt(
      Language language, Format format, String line) {
    String rendered = renderer.render(SamplePages.firstWeek(language), format);

    assertThat(rendered).contains(line);
  }

  @Test
  void noLineOfPlainTextIsWiderThanTheScreen() {
    String text = renderer.render(SampleDigest.usual().page(), Format.TEXT);

    assertThat(text.lines()).allMatch(line -> PlainText.columns(line) <= PlainText.WIDTH);
  }

  @Test
  void aStoryOfAHundredPostsIsShownWhole() {
    SampleDigest.Draft[] drafts =
        Stream.iterate(100, i -> i + 1)
            .limit(100)
            .map(i -> SampleDigest.post("p" + i, Language.OTHER).author("A" + i, null))
            .toArray(SampleDigest.Draft[]::new);
    DigestPage page = new SampleDigest().story("s", "0.1", drafts).page();

    List<String> rendered =
        Arrays.stream(Format.values()).map(format -> renderer.render(page, format)).toList();

    assertThat(rendered).allMatch(text -> text.contains("A100") && text.contains("A199"));
  }
}
