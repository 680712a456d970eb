package io.gistmill.digest.mailroom;

import io.gistmill.digest.editorial.NewsPost;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.StoryPost.TopicShare;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What selection and ranking need to know of a post; its words stay in the stories.
///
/// @param number the post's place in its window
/// @param revision of the post, higher is newer
/// @param account with `@`, folded in case; empty when unknown
/// @param name of the author, folded in case; empty when unknown
/// @param source as its origin names it; empty when unknown
/// @param topics what the post is about, or [#OTHER] alone
/// @param admitted decides the window
/// @param names the most telling ones in it
/// @param repeats the post whose text it passes on, or null
record Candidate(
    int number,
    Digest.PostRef ref,
    int revision,
    Instant published,
    Fixed score,
    String account,
    String name,
    String source,
    List<String> topics,
    Instant admitted,
    List<String> names,
    @Nullable String repeats)
    implements NewsPost {

  /// The route of posts without a topic.
  static final String OTHER = NewsPost.OTHER;

  static Candidate of(StoryPost post, String story, Instant bucket) {
    return new Candidate(
        0,
        new Digest.PostRef(post.id(), story, bucket),
        post.revision(),
        post.published(),
        post.score(),
        post.handle() == null ? "" : folded("@" + post.handle()),
        folded(post.author()),
        post.source() == null ? "" : post.source(),
        topicsOf(post.topics()),
        post.admitted(),
        post.names(),
        post.repeats());
  }

  /// Who tells it: the account, else the name. A source that names no authors speaks with one
  /// voice.
  @Override
  public String author() {
    if (!account.isEmpty()) {
      return account;
    }
    return name.isEmpty() ? source : name;
  }

  Candidate numbered(int place) {
    return new Candidate(
        place, ref, revision, published, score, account, name, source, topics, admitted, names,
        repeats);
  }

  /// @param later read after this one
  Candidate newer(Candidate later) {
    return later.revision < revision ? this : later;
  }

  private static String folded(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static List<String> topicsOf(List<TopicShare> topics) {
    Stream<String> slugs = topics.stream().map(TopicShare::topic);
    return topics.isEmpty() ? List.of(OTHER) : slugs.distinct().toList();
  }
}
