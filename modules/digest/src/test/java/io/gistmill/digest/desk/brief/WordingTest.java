package io.gistmill.digest.desk.brief;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Summarised;
import io.gistmill.domain.TaggedPost;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingTest {

  private static final TaggedPost POST =
      BriefPosts.tagged(
          BriefPosts.text("The mill by the river grinds rye again. Its wheel had stood still."),
          List.of());

  @Test
  void whatASummariserWroteIsToldAndNamed() {
    // given
    var summary =
        new Summarised.Written("quill@1", "Mill grinds again", List.of("One is so.", "Two too."));

    // when
    StoryPost told = Briefs.of(with(summary));

    // then
    assertThat(told.headline()).isEqualTo("Mill grinds again");
    assertThat(told.summary()).isEqualTo("One is so. Two too.");
    assertThat(told.generatedBy()).isEqualTo("quill@1");
    assertThat(Briefs.corrected(told, 2, List.of()).generatedBy()).isEqualTo("quill@1");
    assertThat(told.score()).isEqualTo(Briefs.of(POST).score());
  }

  @ParameterizedTest
  @CsvSource({"'磨坊又开工了。', '水轮停了很久。', '磨坊又开工了。水轮停了很久。'", "'A.', '水。', 'A. 水。'"})
  void sentencesAreJoinedAsTheirScriptHasIt(String one, String other, String joined) {
    // given
    var summary = new Summarised.Written("quill@1", "Mill grinds again", List.of(one, other));

    // when
    StoryPost told = Briefs.of(with(summary));

    // then
    assertThat(told.summary()).isEqualTo(joined);
  }

  @Test
  void afterAFailureAPostIsToldInItsOwnWords() {
    // given
    var summary = new Summarised.Failed("quill@1", "the ink is out");

    // when
    StoryPost told = Briefs.of(with(summary));

    // then
    assertThat(told).isEqualTo(Briefs.of(with(null)));
    assertThat(told.generated()).isFalse();
  }

  private static TaggedPost with(@Nullable Summarised summary) {
    return new TaggedPost(
        POST.post(),
        POST.admitted(),
        POST.revision(),
        POST.language(),
        POST.outcomes(),
        POST.topics(),
        POST.fingerprint(),
        summary);
  }
}
