package io.gistmill.digest.mailroom;

import io.gistmill.digest.editorial.NewsPost;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.StoryPost.TopicShare;
import io.gistmill.domain.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the mailroom needs to know of a post; its words stay in the stories.
///
/// @param revision of the post, higher is newer
record Candidate(
    Digest.PostRef ref,
    int revision,
    Instant admitted,
    Instant published,
    Fixed score,
    String author,
    List<String> topics,
    List<String> names,
    @Nullable String repeats)
    implements NewsPost {

  /// The route of posts without a topic.
  private static final String OTHER = "other";

  static Candidate of(StoryPost post, String story, Instant bucket) {
    return new Candidate(
        new Digest.PostRef(post.id(), story, bucket),
        post.revision(),
        post.admitted(),
        post.published(),
        post.score(),
        post.account(),
        post.topics().stream().map(TopicShare::topic).toList(),
        post.names(),
        post.repeats());
  }

  /// @param later read after this one
  Candidate newer(Candidate later) {
    return later.revision < revision ? this : later;
  }

  /// Every route that leads to the post.
  List<String> routes() {
    Stream<String> slugs = topics.isEmpty() ? Stream.of(OTHER) : topics.stream();
    return Stream.concat(Stream.of(Subscription.ALL), slugs).distinct().toList();
  }
}
