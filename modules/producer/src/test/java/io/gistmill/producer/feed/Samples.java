package io.gistmill.producer.feed;

import io.gistmill.domain.Post;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Feeds of tests, and the posts in them.
final class Samples {

  static final Instant NOW = Instant.parse("2025-03-03T12:00:00Z");
  static final URI ADDRESS = URI.create("https://feeds.example.org/mill/feed");

  private Samples() {}

  static byte[] bytes(String name) {
    try (InputStream file = Samples.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static FeedDocument read(String name) throws FeedException {
    return FeedReader.read(Decoding.decode(bytes(name), ""), ADDRESS);
  }

  static List<Post> posts(FeedDocument feed) {
    return new FeedPosts("mill", NOW).of(feed.items());
  }

  static List<Post> postsOf(String document) throws FeedException {
    return posts(FeedReader.read(document, ADDRESS));
  }

  /// @param items such as `<item>...</item>`
  static String rss(String items) {
    return "<rss version='2.0'><channel><title>T</title><link>https://mill.example.org/</link>"
        + "<description>d</description>"
        + items
        + "</channel></rss>";
  }

  static String item(String guid, String title, String date) {
    return "<item><guid isPermaLink='false'>%s</guid><title>%s</title><pubDate>%s</pubDate></item>"
        .formatted(guid, title, date);
  }
}
