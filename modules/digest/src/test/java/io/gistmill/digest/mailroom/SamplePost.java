package io.gistmill.digest.mailroom;

import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.StoryPost.TopicShare;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A post of which only what matters to a test is spelled out.
public record SamplePost(
    String id,
    Instant admitted,
    Instant published,
    int revision,
    String handle,
    double score,
    List<String> topics,
    @Nullable String source,
    List<String> names) {

  public static SamplePost of(String id, Instant admitted) {
    return new SamplePost(
        id, admitted, admitted, 1, "ada_" + id, 0.5, List.of("rag"), null, List.of());
  }

  SamplePost published(Instant instant) {
    return new SamplePost(id, admitted, instant, revision, handle, score, topics, source, names);
  }

  SamplePost revision(int number) {
    return new SamplePost(id, admitted, published, number, handle, score, topics, source, names);
  }

  /// @param account empty for a post that names no author
  SamplePost by(String account) {
    return new SamplePost(id, admitted, published, revision, account, score, topics, source, names);
  }

  SamplePost score(double number) {
    return new SamplePost(id, admitted, published, revision, handle, number, topics, source, names);
  }

  SamplePost about(String... slugs) {
    return new SamplePost(
        id, admitted, published, revision, handle, score, List.of(slugs), source, names);
  }

  SamplePost from(String name) {
    return new SamplePost(id, admitted, published, revision, handle, score, topics, name, names);
  }

  SamplePost naming(String... all) {
    return new SamplePost(
        id, admitted, published, revision, handle, score, topics, source, List.of(all));
  }

  public StoryPost post() {
    List<TopicShare> shares =
        topics.stream().map(slug -> new TopicShare(slug, Fixed.of(0.9))).toList();
    return new StoryPost(
        id,
        null,
        admitted,
        published,
        false,
        revision,
        handle.isEmpty() ? "" : "Ada",
        handle.isEmpty() ? null : handle,
        null,
        Language.EN,
        shares,
        "Headline of " + id + ", version " + revision,
        "",
        Fixed.of(score),
        source,
        names,
        null);
  }

  static List<StoryPost> posts(SamplePost... posts) {
    return Stream.of(posts).map(SamplePost::post).toList();
  }
}
