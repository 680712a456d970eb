package io.gistmill.producer.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Notes, links, status links and the repairs of running text.
class TextPartsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "before\n\n1『装好了，\n\n还没试。（2024-01-09）』\n\nafter",
        "before\n\n『装好了，\n\n还没试。（2024-01-09）』\n\nafter",
        "before\n\n12『装好了，\n\n还没试。（2024-01-09）』\n\nafter"
      })
  void aReadersNoteIsTakenOut(String text) {
    Notes notes = Notes.in(text);

    assertThat(notes.notes()).containsExactly("装好了，\n\n还没试。（2024-01-09）");
    assertThat(notes.text().replaceAll("\\s+", " ")).isEqualTo("before after");
  }

  @Test
  void aNoteBehindASentenceIsTakenOutWithItsNumber() {
    Notes notes = Notes.in("潮汐地图很好。3『要看第二章（2024-01-09）』");

    assertThat(notes.text()).isEqualTo("潮汐地图很好。");
    assertThat(notes.notes()).containsExactly("要看第二章（2024-01-09）");
  }

  @Test
  void aNumberedNoteNeedsNoDate() {
    assertThat(Notes.in("文\n\n2『看完了』\n").notes()).containsExactly("看完了");
  }

  @Test
  void bracketsInsideANoteBelongToIt() {
    assertThat(Notes.in("『读了『潮』一章（2024-01-09）』").notes()).containsExactly("读了『潮』一章（2024-01-09）");
  }

  @Test
  void aLongLineWithManyBracketsIsReadInLinearTime() {
    String text = "潮汐1『a』".repeat(40_000);

    Notes notes = assertTimeout(Duration.ofSeconds(2), () -> Notes.in(text));

    assertThat(notes.notes()).isEmpty();
    assertThat(notes.text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"（2024-01-09）", "(2024.1.9)。", "（2024年1月9日） \n ", "（2024/01）"})
  void aDateAtTheVeryEndMakesANoteHoweverLong(String date) {
    Notes notes = Notes.in("前文，『" + "很长的一段。".repeat(300) + date + "』后文");

    assertThat(notes.notes()).hasSize(1);
    assertThat(notes.text()).isEqualTo("前文，后文");
  }

  @ParameterizedTest
  @ValueSource(strings = {"他说：『走吧』，就走了。", "『走吧』", "第 3『章』里有", "没有关上『的一段（2024-01-09）", "『』", "』『"})
  void titlesAndSpeechAreNoNotes(String text) {
    Notes notes = Notes.in(text);

    assertThat(notes.text()).isEqualTo(text);
    assertThat(notes.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "see https://tide.example/a, then|https://tide.example/a",
        "详见：https://tide.example/b，很好|https://tide.example/b",
        "（https://tide.example/c）|https://tide.example/c",
        "[map](https://tide.example/d)|https://tide.example/d",
        "https://tide.example/e_(pool).|https://tide.example/e_(pool)",
        "**https://tide.example/f**|https://tide.example/f",
        "<https://tide.example/g>|https://tide.example/g",
        "“http://tide.example” 是|http://tide.example",
        "[https://tide.example/h](https://tide.example/i)|https://tide.example/h https://tide.example/i",
        "https://tide.example/j https://tide.example/j|https://tide.example/j",
        "https://tide.example/k?x=1&y=2#z!|https://tide.example/k?x=1&y=2#z"
      })
  void addressesAreFoundWithoutThePunctuationAroundThem(String text, String expected) {
    assertThat(Links.in(List.of(text))).containsExactly(expected.split(" "));
  }

  @Test
  void aBareSchemeIsNoAddress() {
    assertThat(Links.in(List.of("https:// and http://."))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "https://x.com/Orla/status/12?s=20, Orla, https://x.com/orla/status/12",
    "http://mobile.twitter.com/Orla/status/12/photo/1, Orla, https://x.com/orla/status/12",
    "https://x.com/i/web/status/12, , https://x.com/i/web/status/12",
    "https://weibo.com/1700/Abc?from=x, , https://weibo.com/1700/Abc",
    "https://bsky.app/profile/Orla.example/post/3k, Orla.example, https://bsky.app/profile/orla.example/post/3k",
    "https://Tide.example/@Orla/1234, Orla, https://tide.example/@orla/1234"
  })
  void statusLinksHaveOneSpelling(String address, String handle, String expected) {
    StatusLink link = StatusLink.parse(address).orElseThrow();

    assertThat(link).isEqualTo(new StatusLink(handle, expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://x.com/orla", "https://tide.example/status/12", "https://weibo.com/1700"})
  void otherAddressesAreNoStatusLinks(String address) {
    assertThat(StatusLink.parse(address)).isEqualTo(Optional.empty());
  }

  @Test
  void escapesGoOutsideCode() {
    List<String> plain =
        MarkdownText.unescaped(List.of("\\# a \\[2\\] b\\_c \\n", "```", "\\#", "```", "\\#"));

    assertThat(plain).containsExactly("# a [2] b_c \\n", "```", "\\#", "```", "#");
  }

  @Test
  void whiteSpaceIsTidiedAndWordsAreNot() {
    String tidy = MarkdownText.tidy(List.of("", "  a  b \t", "", " ", "", "  c", "d", ""));

    assertThat(tidy).isEqualTo("a  b\n\n  c\nd");
  }
}
