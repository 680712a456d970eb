package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "plain words., plain words.",
        "# heading, \\# heading",
        "C# and F#, C\\# and F\\#",
        "- item, \\- item",
        "+ item, \\+ item",
        "well-known, well-known",
        "1. one, 1\\. one",
        "12) one, 12\\) one",
        "3.5 is a number, 3\\.5 is a number",
        "2023-12-14, 2023-12-14",
        "===, \\===",
        "> quote, \\> quote",
        "*bold* _it_, \\*bold\\* \\_it\\_",
        "`code`, \\`code\\`",
        "~~~, \\~\\~\\~",
        "[a](b), \\[a\\](b)",
        "<b>, \\<b\\>",
        "&lt;, \\&lt;",
        "back\\slash, back\\\\slash",
        "a | b, a \\| b",
      })
  void wordsAreNotMarkup(String words, String expected) {
    assertThat(Markdown.escape(words)).isEqualTo(expected);
  }
}
