package io.gistmill.producer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Post;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The shapes in which name, account, date and address stand before a post's text.
class MarkdownHeaderTest {

  private static final LocalDate DAY = LocalDate.of(2024, 1, 6);

  @TempDir Path folder;

  private Post first(String block) {
    return Reading.ofText(
            folder,
            "a.md",
            "### 7\n\n" + block + "\n\n### 7\n\nTail Ender @tail 2024-01-06\n\nend\n")
        .post(1);
  }

  private static void isNora(Post post) {
    assertThat(post.author()).isEqualTo("Nora Vale");
    assertThat(post.handle()).isEqualTo("nora_vale");
    assertThat(Reading.day(post)).isEqualTo(DAY);
    assertThat(post.text()).isEqualTo("Kestrel 2 is out.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Nora Vale @nora_vale 2024-01-06\n\nKestrel 2 is out.",
        "Nora Vale @nora_vale 2024-01-06\nKestrel 2 is out.",
        "Nora Vale @nora_vale 2024-01-06 Kestrel 2 is out.",
        "Nora Vale @nora_vale · 2024/1/6\n\nKestrel 2 is out.",
        "Nora Vale ＠nora_vale ２０２４－０１－０６\n\nKestrel 2 is out.",
        "Nora Vale @ nora_vale 2024-01-06\n\nKestrel 2 is out.",
        "Nora Vale@nora_vale 2024-01-06\n\nKestrel 2 is out.",
        "Nora Vale @nora_vale2024-01-06\n\nKestrel 2 is out.",
        "Nora Vale @nora_vale (2024-01-06)\n\nKestrel 2 is out.",
        "Nora Vale @nora_vale 2024-01-06）\n\nKestrel 2 is out.",
        "Nora Vale @nora_vale 2024-01-06.\n\nKestrel 2 is out.",
        "Nora Vale (@nora_vale) 2024-01-06\n\nKestrel 2 is out.",
        "Nora Vale（@nora_vale）2024-01-06\n\nKestrel 2 is out.",
        "Nora Vale（＠nora_vale）2024年1月6日\n\nKestrel 2 is out.",
        "Nora Vale (@nora_vale)\n2024-01-06\n\nKestrel 2 is out.",
        "Nora Vale @nora_vale 2024-01-06：\n\nKestrel 2 is out.",
        "Nora Vale @nora_vale 2024-01-06:\nKestrel 2 is out.",
        "Nora Vale @nora_vale 2024-01-06。\n\nKestrel 2 is out.",
        "Nora Vale @nora_vale 2024-01-06，\n\nKestrel 2 is out.",
        "Nora Vale @nora_vale (2024-01-06):\n\nKestrel 2 is out.",
        "Nora Vale @nora_vale 2024-01-06Kestrel 2 is out.",
        "Nora Vale @nora_vale 2024-01-06：Kestrel 2 is out.",
        "Nora Vale @nora_vale 2024-01-06: Kestrel 2 is out.",
        "Nora Vale（@nora_vale）2024-01-06Kestrel 2 is out.",
        "Nora Vale @nora_vale 2024/1/6 Kestrel 2 is out.",
        "2024-01-06 Nora Vale @nora_vale\n\nKestrel 2 is out.",
        "Nora Vale 2024-01-06 @nora_vale\n\nKestrel 2 is out.",
        "**Nora Vale** @nora\\_vale 2024-01-06\n\nKestrel 2 is out.",
        "[Nora Vale](https://x.com/nora_vale) @nora_vale 2024-01-06\n\nKestrel 2 is out.",
        "2024-01-06\n\nNora Vale\n\n@nora_vale\n\nKestrel 2 is out.",
        "2024-01-06\n\n\nNora Vale \n@nora_vale\nKestrel 2 is out.",
        "2024-01-06\n\n@nora_vale\n\nNora Vale\n\nKestrel 2 is out.",
        "Nora Vale\n@nora_vale\n2024-01-06\nKestrel 2 is out.",
        "Nora Vale\n\n@nora_vale\n\n2024-01-06\n\nKestrel 2 is out.",
        "Nora Vale\n2024年1月6日\n@nora_vale\nKestrel 2 is out.",
        "@nora_vale\nNora Vale\n2024-01-06\nKestrel 2 is out.",
        "Nora Vale @nora_vale\n2024-01-06\n\nKestrel 2 is out.",
        "2024-01-06\n\nNora Vale @nora_vale\n\nKestrel 2 is out.",
        "2024-01-06\n\nNora Vale https://vale.example/nora_vale\n@nora_vale\nKestrel 2 is out."
      })
  void whoAndWhenAreReadFromEveryShape(String block) {
    Post post = first(block);

    isNora(post);
    assertThat(post.dateInferred()).isFalse();
    assertThat(post.published()).isEqualTo(Instant.parse("2024-01-06T04:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({
    "青石/Stone Qing, qingshi",
    "青石（在路上） 🚲, qingshi",
    "Ada (AQ) Quill, _adaquill_",
    "Ada Quill @ WinterConf, adaquill",
    "36度, thirtysix",
    "linden hart, lindenhart"
  })
  void namesMayHoldAlmostAnything(String name, String handle) {
    Post post = first(name + " @" + handle + " 2024-01-06\n\n正文。");

    assertThat(post.author()).isEqualTo(name);
    assertThat(post.handle()).isEqualTo(handle);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nora Vale 2024-01-06\n\n", "2024-01-06\n\nNora Vale\n\n"})
  void aNameWithoutAccountIsAnAuthor(String header) {
    Post post = first(header + "Kestrel 2 is out.\n\nMore on it tomorrow.");

    assertThat(post.author()).isEqualTo("Nora Vale");
    assertThat(post.handle()).isNull();
    assertThat(post.text()).isEqualTo("Kestrel 2 is out.\n\nMore on it tomorrow.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://x.com/nora_vale/status/1700?s=20\n\nNora Vale @nora_vale 2024-01-06\n\nKestrel 2 is out.",
        "https://twitter.com/Nora_Vale/status/1700\nNora Vale\n@nora_vale\n2024-01-06\nKestrel 2 is out.",
        "2024-01-06\n\nhttps://x.com/nora_vale/status/1700\n\nNora Vale\n\n@nora_vale\n\nKestrel 2 is out.",
        "Nora Vale https://x.com/nora_vale/status/1700 @nora_vale 2024-01-06\n\nKestrel 2 is out."
      })
  void theAuthorsStatusLinkInTheHeaderIsThePermalink(String block) {
    Post post = first(block);

    isNora(post);
    assertThat(post.link()).isEqualTo("https://x.com/nora_vale/status/1700");
    assertThat(post.links()).isEmpty();
  }

  @Test
  void aStatusLinkOfSomebodyElseIsOnlyWhatThePostIsAbout() {
    Post post =
        first(
            "https://x.com/kite_lab/status/1700\n\nNora Vale @nora_vale 2024-01-06\n\nGood work.");

    assertThat(post.link()).isNull();
    assertThat(post.author()).isEqualTo("Nora Vale");
    assertThat(post.text()).isEqualTo("https://x.com/kite_lab/status/1700\n\nGood work.");
    assertThat(post.links()).containsExactly("https://x.com/kite_lab/status/1700");
  }

  @ParameterizedTest
  @ValueSource(strings = {"kite_lab", "nora_vale"})
  void aStatusLinkAfterTheHeaderIsOnlyWhatThePostIsAbout(String whose) {
    String link = "https://x.com/" + whose + "/status/1700";

    Post post = first("Nora Vale @nora_vale 2024-01-06\n\n" + link);

    assertThat(post.link()).isNull();
    assertThat(post.text()).isEqualTo(link);
    assertThat(post.links()).containsExactly(link);
  }

  @Test
  void aLinkAloneNamesItsAuthor() {
    Post post = first("https://x.com/kite_lab/status/1700");

    assertThat(post.author()).isEqualTo("kite_lab");
    assertThat(post.handle()).isEqualTo("kite_lab");
    assertThat(post.link()).isEqualTo("https://x.com/kite_lab/status/1700");
    assertThat(post.dateInferred()).isTrue();
    assertThat(Reading.day(post)).isEqualTo(DAY);
    assertThat(post.text()).isEmpty();
  }

  @Test
  void aLinkThatIsNoStatusStaysInTheText() {
    Post post = first("https://kite.example/report");

    assertThat(post.author()).isEmpty();
    assertThat(post.link()).isNull();
    assertThat(post.text()).isEqualTo("https://kite.example/report");
  }

  @Test
  void aTextWithoutHeaderKeepsEveryWord() {
    Post post = first("今天试了一个小工具，速度不错。\n\n回头再写细节。");

    assertThat(post.author()).isEmpty();
    assertThat(post.handle()).isNull();
    assertThat(post.dateInferred()).isTrue();
    assertThat(post.text()).isEqualTo("今天试了一个小工具，速度不错。\n\n回头再写细节。");
  }

  @Test
  void aTextThatBeginsWithAMentionKeepsIt() {
    Post post = first("Nora Vale @nora_vale 2024-01-06\n\n@kite_lab\n\nshipped it again");

    assertThat(post.text()).isEqualTo("@kite_lab\n\nshipped it again");
    assertThat(post.quoted()).isEmpty();
  }

  @Test
  void aTimeBesideTheDateIsTaken() {
    Post post = first("Nora Vale @nora_vale 2024-01-06 21:30\n\nLate.");

    assertThat(post.published()).isEqualTo(Instant.parse("2024-01-06T13:30:00Z"));
  }

  @Test
  void chineseTextMayStickToTheDate() {
    Post post = first("林间鹿（@linjianlu）2024-01-06第九条，讲潮汐。\n\n还有下文。");

    assertThat(post.author()).isEqualTo("林间鹿");
    assertThat(post.handle()).isEqualTo("linjianlu");
    assertThat(Reading.day(post)).isEqualTo(DAY);
    assertThat(post.dateInferred()).isFalse();
    assertThat(post.text()).isEqualTo("第九条，讲潮汐。\n\n还有下文。");
  }

  @ParameterizedTest
  @ValueSource(strings = {" 21:30", "T21:30", " 21:30：", " · 21:30"})
  void aTimeBehindTheDateIsNoText(String time) {
    Post post = first("Nora Vale @nora_vale 2024-01-06" + time + "\n\nKestrel 2 is out.");

    isNora(post);
    assertThat(post.published()).isEqualTo(Instant.parse("2024-01-06T13:30:00Z"));
  }

  @Test
  void aStrayDigitGoesWhenTheAccountSignsWithoutItElsewhere() {
    Post post =
        Reading.ofText(
                folder,
                "a.md",
                "### 1\n\n4Nora Vale @nora_vale 2024-01-06\n\na\n\n"
                    + "### 2\n\nNora Vale @nora_vale 2024-01-06\n\nb\n")
            .post(1);

    assertThat(post.author()).isEqualTo("Nora Vale");
  }

  @Test
  void theYearsFirstDigitBeforeTheNameGoes() {
    Post post = first("2Nora Vale @nora_vale 024-01-06\n\nKestrel 2 is out.");

    isNora(post);
    assertThat(post.dateInferred()).isTrue();
  }
}
