package io.gistmill.classifier.taxonomy;

import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Posts to classify.
final class Posts {

  private Posts() {}

  static Post text(String text) {
    return post(null, text, List.of(), List.of());
  }

  static Post titled(String title, String text) {
    return post(title, text, List.of(), List.of());
  }

  static Post quoting(String text, String quoted) {
    return post(null, text, List.of(new Quote("Mina Okafor", "mina_o", null, quoted)), List.of());
  }

  static Post linking(String text, String... links) {
    return post(null, text, List.of(), List.of(links));
  }

  private static Post post(
      @Nullable String title, String text, List<Quote> quoted, List<String> links) {
    return new Post(
        "p1",
        new Origin("test", 1L),
        "Tove Lindqvist",
        "tove",
        Instant.EPOCH,
        false,
        null,
        title,
        text,
        quoted,
        List.of(),
        links);
  }
}
