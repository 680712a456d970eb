package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.StoryPost;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {

  @ParameterizedTest
  @CsvSource({
    "kestrellabs, News of Kestrel Labs today, Kestrel Labs",
    "python, The PYTHON of today, PYTHON",
    "glimmer/2, Now Glimmer-2 is out, Glimmer-2",
    "gemini/1.5, 'Gemini 1.5, at last', Gemini 1.5",
    "通义, 阿里发布 通义 模型, 通义",
    "rag, Dragons and storage, rag",
    "openai, Nobody says it, openai",
    "glimmer/2, Nobody says it, glimmer 2"
  })
  void aNameIsShownAsPostsWriteIt(String name, String headline, String shown) {
    assertThat(Spelling.of(name, List.of(post("Nothing"), post(headline)))).isEqualTo(shown);
  }

  private static StoryPost post(String headline) {
    Instant noon = Instant.parse("2025-03-03T12:00:00Z");
    return new StoryPost(
        "p",
        null,
        noon,
        noon,
        false,
        1,
        "Mo",
        null,
        null,
        Language.EN,
        List.of(),
        headline,
        "",
        Fixed.ZERO);
  }
}
