package io.gistmill.digest.mailroom;

import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.StoryPost.TopicShare;
import io.gistmill.domain.Subscription;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What ranking needs to know of a post; its words stay in the stories.
///
/// @param revision of the post, higher is newer
/// @param author account or name, folded in case; empty when unknown
/// @param routes every route that leads to the post
record Candidate(
    Digest.PostRef ref,
    int revision,
    Instant published,
    Fixed score,
    String author,
    List<String> routes) {

  /// The route of posts without a topic.
  private static final String OTHER = "other";

  /// Best score first, then the older, then by id.
  static final Comparator<Candidate> LEAD_FIRST =
      Comparator.comparing(Candidate::score)
          .reversed()
          .thenComparing(Candidate::published)
          .thenComparing(post -> post.ref().id());

  static Candidate of(StoryPost post, String story, Instant bucket) {
    String author = post.handle() == null ? post.author() : "@" + post.handle();
    return new Candidate(
        new Digest.PostRef(post.id(), story, bucket),
        post.revision(),
        post.published(),
        post.score(),
        author.strip().toLowerCase(Locale.ROOT),
        routesOf(post.topics()));
  }

  /// @param later read after this one
  Candidate newer(Candidate later) {
    return later.revision < revision ? this : later;
  }

  private static List<String> routesOf(List<TopicShare> topics) {
    Stream<String> slugs =
        topics.isEmpty() ? Stream.of(OTHER) : topics.stream().map(TopicShare::topic);
    return Stream.concat(Stream.of(Subscription.ALL), slugs).distinct().toList();
  }
}
