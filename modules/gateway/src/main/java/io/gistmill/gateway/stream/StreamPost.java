package io.gistmill.gateway.stream;

import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.Post;
import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedPost;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A post in a live stream.
///
/// @param text cut where it is very long
/// @param cut true where it was cut
/// @param topics strongest first
record StreamPost(
    String id,
    @Nullable String title,
    String text,
    boolean cut,
    String author,
    @Nullable String handle,
    Language language,
    List<StreamTopic> topics,
    @Nullable String link,
    Instant published,
    Instant admitted,
    int revision) {

  private static final int LONGEST = 4_000;

  StreamPost {
    topics = List.copyOf(topics);
  }

  /// @param name what people call the topic
  record StreamTopic(String topic, String name, Fixed confidence) {}

  record Withdrawn(String id) {}

  /// @param topics all that the post has now
  record Corrected(String id, List<StreamTopic> topics) {
    Corrected {
      topics = List.copyOf(topics);
    }
  }

  static StreamPost of(TaggedPost tagged, Map<String, String> names) {
    Post post = tagged.post();
    String text = shortened(post.text());
    return new StreamPost(
        post.id(),
        post.title(),
        text,
        text.length() < post.text().length(),
        post.author(),
        post.handle(),
        tagged.language(),
        topics(tagged.topics(), names),
        post.link(),
        post.published(),
        tagged.admitted(),
        tagged.revision());
  }

  static List<StreamTopic> topics(List<Tag> tags, Map<String, String> names) {
    return tags.stream()
        .map(
            tag ->
                new StreamTopic(
                    tag.topic(), names.getOrDefault(tag.topic(), tag.topic()), tag.confidence()))
        .toList();
  }

  /// Never in the middle of a character.
  private static String shortened(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    return text.substring(
        0, Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST);
  }
}
