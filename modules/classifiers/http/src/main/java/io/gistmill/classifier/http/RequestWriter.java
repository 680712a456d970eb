package io.gistmill.classifier.http;

import io.gistmill.classifier.engine.PostParts;
import io.gistmill.domain.Post;
import io.gistmill.domain.Quote;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Writes posts as the service gets them: what a classifier needs to judge a post, and nothing
/// about who wrote or read it.
final class RequestWriter {

  static final int VERSION = 1;

  private static final JsonMapper JSON = JsonMapper.shared();

  private RequestWriter() {}

  private record Request(int version, List<Sent> posts) {}

  private record Sent(
      String id, @Nullable String title, String text, List<SentQuote> quoted, List<String> links) {}

  private record SentQuote(String text) {}

  static byte[] json(List<Post> posts) {
    return JSON.writeValueAsBytes(
        new Request(VERSION, posts.stream().map(RequestWriter::sent).toList()));
  }

  private static Sent sent(Post post) {
    String title = post.title();
    return new Sent(
        PostParts.sendable(post.id()),
        title == null ? null : PostParts.sendable(title),
        PostParts.sendable(post.text()),
        post.quoted().stream()
            .map(quote -> new SentQuote(PostParts.sendable(quote.text())))
            .toList(),
        post.links().stream().map(PostParts::sendable).toList());
  }

  /// About how long the post is in a request.
  static long chars(Post post) {
    String title = post.title();
    return post.text().length()
        + (title == null ? 0L : title.length())
        + post.quoted().stream().map(Quote::text).mapToLong(String::length).sum()
        + post.links().stream().mapToLong(String::length).sum();
  }
}
