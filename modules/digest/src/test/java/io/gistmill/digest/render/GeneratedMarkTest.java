package io.gistmill.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.digest.render.DigestRenderer.Format;
import io.gistmill.domain.Language;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words of a machine are marked wherever they are shown, and no others are.
class GeneratedMarkTest {

  private static final DigestRenderer RENDERER = new DigestRenderer();

  @ParameterizedTest
  @CsvSource({
    "EN, HTML, >Summary written by AI</p>",
    "EN, MARKDOWN, '\n\n*Summary written by AI*\n\n- '",
    "EN, TEXT, '\n    Summary written by AI\n\n    '",
    "EN, JSON, '\"generatedBy\" : \"quill@1\"'",
    "ZH, HTML, >摘要由 AI 生成</p>",
    "ZH, MARKDOWN, '\n\n*摘要由 AI 生成*\n\n- '",
    "ZH, TEXT, '\n    摘要由 AI 生成\n\n    '",
    "ZH, JSON, '\"generatedBy\" : \"quill@1\"'",
  })
  void aGeneratedStoryIsMarkedOnceInEveryForm(Language language, Format format, String mark) {
    // given
    DigestPage page = SamplePages.daily(language);
    var stories = new ArrayList<>(page.stories());
    stories.set(0, generated(stories.getFirst()));

    // when
    String without = RENDERER.render(page, format);
    String with = RENDERER.render(page.withStories(stories), format);

    // then
    assertThat(without).doesNotContain("written by AI", "AI 生成", "generatedBy");
    assertThat(with).containsOnlyOnce(mark);
  }

  @Test
  void aHeadlineThatStandsAloneCarriesTheMarkItself() {
    // given
    DigestPage.StoryView story = generated(SamplePages.daily(Language.EN).stories().getFirst());

    // when
    List<String> lines =
        List.of(Words.of(Words.ENGLISH).headline(story), Words.of(Words.CHINESE).headline(story));

    // then
    assertThat(lines)
        .containsExactly(story.headline() + " (written by AI)", story.headline() + "（AI 生成）");
  }

  @Test
  void theNoteOfChatServicesBeginsWithTheMark() {
    // given
    DigestPage.StoryView own = SamplePages.daily(Language.ZH).stories().getFirst();
    Words words = Words.of(Words.CHINESE);

    // when
    String note = words.note(generated(own));

    // then
    assertThat(note).isEqualTo("摘要由 AI 生成 · " + words.topics(own));
    assertThat(words.note(own)).isEqualTo(words.topics(own));
  }

  private static DigestPage.StoryView generated(DigestPage.StoryView story) {
    return new DigestPage.StoryView(
        story.story(),
        story.rank(),
        story.score(),
        story.headline(),
        story.summary(),
        story.language(),
        story.topics(),
        story.sources(),
        story.link(),
        story.posts(),
        story.morePosts(),
        story.update(),
        story.why(),
        "quill@1");
  }
}
