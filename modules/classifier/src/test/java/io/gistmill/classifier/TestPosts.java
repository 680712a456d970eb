package io.gistmill.classifier;

import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Quote;
import io.gistmill.domain.Tick;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Posts and ticks to feed.
public final class TestPosts {

  private TestPosts() {}

  public static Post post(String id, String text) {
    return post(id, null, null, text, List.of());
  }

  public static Post linking(@Nullable String own, String... links) {
    return post("p", own, null, "look at this", List.of(links));
  }

  public static Post titled(String title, String text) {
    return post("p", null, title, text, List.of());
  }

  public static Post quoting(String text, String quoted) {
    return post("p", null, null, text, List.of(), quoted);
  }

  public static PostEvent posted(String id, String text) {
    return new PostEvent.Posted(post(id, text));
  }

  public static PostEvent tick(Instant instant) {
    return new PostEvent.Ticked(new Tick(instant, null, true));
  }

  private static Post post(
      String id, @Nullable String own, @Nullable String title, String text, List<String> links) {
    return post(id, own, title, text, links, "a quoted word");
  }

  private static Post post(
      String id,
      @Nullable String own,
      @Nullable String title,
      String text,
      List<String> links,
      String quoted) {
    return new Post(
        id,
        new Origin("test", 1L),
        "Ilse Mbeki",
        "ilse",
        Instant.parse("2024-02-01T10:00:00Z"),
        false,
        own,
        title,
        text,
        List.of(new Quote("Juno Park", null, null, quoted)),
        List.of(),
        links);
  }
}
