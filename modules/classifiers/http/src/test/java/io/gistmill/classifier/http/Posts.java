package io.gistmill.classifier.http;

import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Posts to be asked about.
final class Posts {

  private Posts() {}

  static Post text(String text) {
    return post(null, text, List.of(), List.of());
  }

  static List<Post> texts(String... texts) {
    return Stream.of(texts).map(Posts::text).toList();
  }

  static Post post(@Nullable String title, String text, List<String> quoted, List<String> links) {
    return new Post(
        "id",
        new Origin("test", null),
        "Ann",
        null,
        Instant.EPOCH,
        false,
        null,
        title,
        text,
        quoted.stream().map(words -> new Quote(null, null, null, words)).toList(),
        List.of(),
        links);
  }
}
