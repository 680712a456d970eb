package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.digest.render.DigestRenderer.Format;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The mail keeps to what common mail programs know, by the facts in `mail-clients.tsv`.
class MailClientsTest {

  private static final int GMAIL_STYLE_LIMIT = 8_192;

  private final Map<String, MailClients.Row> rows = MailClients.rows();

  static List<String> mails() {
    var renderer = new DigestRenderer();
    return SamplePages.all().values().stream()
        .map(page -> renderer.render(page, Format.HTML))
        .toList();
  }

  @Test
  void everythingUsedIsInTheTable() {
    // when
    Set<String> used = used();

    // then
    assertThat(rows.keySet())
        .as("look up who knows it, say what is seen without it, and add a row")
        .containsAll(used);
  }

  @Test
  void theTableHasNothingElse() {
    assertThat(used()).containsAll(rows.keySet());
  }

  private static Set<String> used() {
    return mails().stream()
        .map(MailFeatures::of)
        .collect(TreeSet::new, Collection::addAll, Collection::addAll);
  }

  @Test
  void whatAReaderNeedsIsKnownEverywhere() {
    assertThat(rows.values())
        .filteredOn(MailClients.Row::needed)
        .hasSizeGreaterThan(20)
        .allSatisfy(row -> assertThat(row.support()).as(row.key()).doesNotContain("n"));
  }

  @Test
  void whateverIsNotKnownEverywhereSaysWhatIsSeenWithoutIt() {
    assertThat(rows.values())
        .allSatisfy(row -> assertThat(row.support()).as(row.key()).isSubsetOf("y", "a", "n", "?"))
        .filteredOn(row -> !Set.copyOf(row.support()).equals(Set.of("y")))
        .allSatisfy(row -> assertThat(row.without()).as(row.key()).isNotBlank())
        .allSatisfy(row -> assertThat(row.source()).as(row.key()).isNotBlank());
  }

  @ParameterizedTest
  @MethodSource("mails")
  void partlyKnownPropertiesAreUsedInTheKnownWay(String html) {
    // when
    Document mail = Jsoup.parse(html);

    // then
    assertThat(mail.select("[style*=padding]:not(td):not(body)")).isEmpty();
    assertThat(mail.select("[style*=border]:not(td)")).isEmpty();
    assertThat(mail.select("[style*='width:']:not(table)")).isEmpty();
    assertThat(mail.select("td[lang], a[dir]")).isEmpty();
    assertThat(html).doesNotContain("margin:-", "margin:auto", "rem;", "em;", "!IMPORTANT");
    assertThat(html).doesNotContainPattern("[^ ]!important");
  }

  @ParameterizedTest
  @MethodSource("mails")
  void styleElementsAreAsGmailTakesThem(String html) {
    // when
    Document mail = Jsoup.parse(html);

    // then
    assertThat(mail.body().select("style")).isEmpty();
    assertThat(MailFeatures.sheet(mail)).hasSizeLessThan(GMAIL_STYLE_LIMIT);
    assertThat(MailFeatures.sheets(mail))
        .as("one rule that a program refuses takes its whole element along")
        .filteredOn(sheet -> sheet.contains("prefers-color-scheme"))
        .hasSize(1)
        .noneMatch(sheet -> sheet.contains("max-width"));
  }

  @ParameterizedTest
  @MethodSource("mails")
  void nothingIsLoadedAndNothingRuns(String html) {
    // when
    Document mail = Jsoup.parse(html);

    // then
    assertThat(mail.select("script, img, link, iframe, object, form, video, svg, [src]")).isEmpty();
    assertThat(html).doesNotContain("url(", "@import", "javascript:");
    assertThat(
            mail.getAllElements().stream()
                .flatMap(element -> element.attributes().asList().stream()))
        .noneMatch(attribute -> attribute.getKey().startsWith("on"));
    assertThat(mail.select("a")).allSatisfy(MailClientsTest::isASafeLink);
  }

  private static void isASafeLink(Element link) {
    assertThat(link.attr("href")).startsWith("https://");
    assertThat(link.attr("rel")).isEqualTo("noopener noreferrer");
  }
}
