package io.gistmill.producer.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Post;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Where one post ends and the next begins, also when the line between them is damaged.
class BlockStartTest {

  private static final String FIRST = "### 1\n\nMara Quill @maraquill 2024-01-05\n\nfirst\n\n";
  private static final String SECOND = "\n\nTomas Reyne @tomasreyne 2024-01-06\n\nsecond\n";

  @TempDir Path folder;

  private Reading of(String text) {
    return Reading.ofText(folder, "a.md", text);
  }

  private static void areTwo(Reading reading) {
    assertThat(reading.rejects).isEmpty();
    assertThat(reading.posts()).extracting(Post::text).containsExactly("first", "second");
    assertThat(reading.posts()).extracting(Post::handle).containsExactly("maraquill", "tomasreyne");
    assertThat(reading.posts()).extracting(post -> post.origin().ordinal()).containsExactly(1L, 2L);
    assertThat(reading.posts()).allMatch(post -> post.quoted().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "### 02",
        "###02",
        "###\u300002",
        "### 02\u3000",
        "### 02\u00A0",
        "###\u00A002",
        "\u200B### 02",
        "### 02\u200B",
        "\uFEFF### 02",
        "### 02\uFEFF",
        "### ０２",
        "### 02.",
        "### 02、",
        "### 02:",
        "### 02：",
        "### 02)",
        "### 02）",
        "## 02",
        "#### 02",
        "# 02",
        "###### 02."
      })
  void aBlockBeginsUnderEverySpellingOfItsNumber(String line) {
    areTwo(of(FIRST + line + SECOND));
  }

  @Test
  void anArchiveWithHeadingsOfAnotherLevelIsReadFromTheStart() {
    areTwo(of((FIRST + "### 2" + SECOND).replace("###", "##")));
  }

  @Test
  void aBlockWithHeaderOnSeveralLinesBeginsUnderAnotherLevelToo() {
    areTwo(of(FIRST + "## 2\n\n2024-01-06\n\nTomas Reyne\n\n@tomasreyne\n\nsecond\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## 1",
        "#### 2",
        "## 2. Setup\n\nTomas Reyne @tomasreyne 2024-01-06",
        "## 1\n\nTomas came by.",
        "### Setup",
        "### 1.5"
      })
  void aHeadingInsideATextStaysInIt(String lines) {
    Reading reading = of(FIRST + lines + "\n\nand on we go from there.\n");

    assertThat(reading.posts().getFirst().text()).startsWith("first\n\n" + lines.split("\n")[0]);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tomas Reyne @tomasreyne 2024-01-06\n\nsecond\n",
        "Tomas Reyne @tomasreyne 2024/1/6\nsecond\n",
        "Tomas Reyne (@tomasreyne) 2024-01-06\n\nsecond\n",
        "Tomas Reyne @tomasreyne 2024-01-06:\n\nsecond\n"
      })
  void aWholeHeaderBetweenBlankLineAndWordsBeginsAPostWithoutNumber(String lines) {
    areTwo(of(FIRST + lines));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tomas Reyne @tomasreyne\n\nquoted words",
        "Tomas Reyne\n@tomasreyne\n2024-01-06\nquoted words",
        "Tomas Reyne @tomasreyne 1月6日\n\nquoted words",
        "Tomas Reyne @tomasreyne 2024-01-06"
      })
  void anyLesserHeaderBeginsAQuote(String lines) {
    Reading reading = of(FIRST + lines + "\n");

    assertThat(reading.posts()).hasSize(1);
    assertThat(reading.post(1).quoted()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no blank line\nTomas Reyne @tomasreyne 2024-01-06\n\nmore words",
        "```\n\nTomas Reyne @tomasreyne 2024-01-06\n\nmore words\n```",
        "Thanks to @tomasreyne 2024-01-06\n\nmore words"
      })
  void aMentionWithADateBeginsNoPost(String lines) {
    Reading reading = of(FIRST + lines + "\n");

    assertThat(reading.posts()).hasSize(1);
    assertThat(reading.post(1).text()).contains("more words");
  }

  @Test
  void aHeaderBelowTheBlocksOwnAddressIsItsOwn() {
    Reading reading =
        of("### 1\n\nhttps://x.com/maraquill/status/17\n\nMara Quill @maraquill 2024-01-05\n\na\n");

    assertThat(reading.posts()).hasSize(1);
    assertThat(reading.post(1).link()).isEqualTo("https://x.com/maraquill/status/17");
  }
}
