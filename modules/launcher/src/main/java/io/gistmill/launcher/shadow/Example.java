package io.gistmill.launcher.shadow;

import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A post that would get a topic, or lose it.
///
/// @param confidence of whoever gives it the topic
/// @param classifier name and version of whoever gives it the topic
/// @param words that spoke for the topic, strongest first
/// @param link where the post can be read
record Example(
    String id,
    Instant published,
    String author,
    @Nullable String link,
    Fixed confidence,
    String classifier,
    List<String> words,
    String excerpt) {

  private static final int LONGEST = 160;
  private static final int WORDS = 8;

  Example {
    words = List.copyOf(words);
  }

  /// @param tag the topic that one side gives and the other does not
  static Example of(Post post, Tag tag) {
    List<String> words =
        tag.evidence().stream().map(Evidence::text).distinct().limit(WORDS).toList();
    return new Example(
        post.id(),
        post.published(),
        post.author(),
        webAddress(post),
        tag.confidence(),
        tag.classifier(),
        words,
        excerpt(post));
  }

  /// Only what a browser opens without doing anything else.
  private static @Nullable String webAddress(Post post) {
    String link = post.link();
    return link != null && (link.startsWith("https://") || link.startsWith("http://"))
        ? link
        : null;
  }

  private static String excerpt(Post post) {
    String title = post.title() == null ? "" : post.title() + " ";
    String line = (title + post.text()).replaceAll("[\\p{Cc}\\s]+", " ").strip();
    return line.codePointCount(0, line.length()) <= LONGEST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, LONGEST)) + " ...";
  }
}
