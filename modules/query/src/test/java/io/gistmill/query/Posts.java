package io.gistmill.query;

import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.StoryPost.TopicShare;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Invented posts to be found.
final class Posts {

  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  static final StoryPost RETRIEVAL =
      post(
          "Ada Quill",
          "adaquill",
          Language.EN,
          "Retrieval beats longer contexts",
          "The GPT-4o run cites its sources, and costs a third.",
          "feed-of-ada",
          new TopicShare("rag", Fixed.of(0.93)),
          new TopicShare("long-context", Fixed.of(0.4)));

  static final StoryPost CHINESE =
      post(
          "林知夏",
          "linzhixia",
          Language.ZH,
          "检索增强流水线开源",
          "重排序模型把RAG命中率提到0.74。",
          "archive",
          new TopicShare("rag", Fixed.of(0.8)));

  static final StoryPost VIDEO =
      post(
          "Bo Lantern",
          null,
          Language.EN,
          "A video model in your browser",
          "Ｆｕｌｌ width, and half the memory",
          null,
          new TopicShare("video-generation", Fixed.of(0.5)));

  static final StoryPost BARE = post("", null, Language.OTHER, "Nothing to see", "", "archive");

  static final List<StoryPost> ALL = List.of(RETRIEVAL, CHINESE, VIDEO, BARE);

  private Posts() {}

  private static StoryPost post(
      String author,
      @Nullable String handle,
      Language language,
      String headline,
      String summary,
      @Nullable String source,
      TopicShare... topics) {
    return new StoryPost(
        headline,
        null,
        NOON,
        NOON,
        false,
        1,
        author,
        handle,
        null,
        language,
        List.of(topics),
        headline,
        summary,
        Fixed.ONE,
        source);
  }
}
