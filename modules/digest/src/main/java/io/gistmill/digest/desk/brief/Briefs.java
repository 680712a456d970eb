package io.gistmill.digest.desk.brief;

import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Name;
import io.gistmill.domain.Post;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.StoryPost.TopicShare;
import io.gistmill.domain.Tag;
import io.gistmill.domain.TaggedPost;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says of a post what a digest shows, and no more. The same post gives the same words everywhere.
public final class Briefs {

  private Briefs() {}

  public static StoryPost of(TaggedPost tagged) {
    Post post = tagged.post();
    Wording words = Wording.of(tagged);
    return new StoryPost(
        post.id(),
        post.origin().ordinal(),
        tagged.admitted(),
        post.published(),
        post.dateInferred(),
        tagged.revision(),
        post.author(),
        post.handle(),
        link(post),
        tagged.language(),
        shares(tagged.topics()),
        words.headline(),
        words.summary(),
        Rank.of(tagged),
        post.origin().source(),
        names(tagged.fingerprint()),
        null,
        words.generatedBy());
  }

  /// What the post is about comes first, then what is rare.
  private static List<String> names(Fingerprint fingerprint) {
    return fingerprint.names().stream()
        .sorted(Comparator.comparing(Name::subject).thenComparing(Name::weight).reversed())
        .map(Name::name)
        .limit(StoryPost.MOST_NAMES)
        .toList();
  }

  /// The same post with other topics.
  public static StoryPost corrected(StoryPost told, int revision, List<TopicShare> topics) {
    return new StoryPost(
        told.id(),
        told.ordinal(),
        told.admitted(),
        told.published(),
        told.dateInferred(),
        revision,
        told.author(),
        told.handle(),
        told.link(),
        told.language(),
        topics,
        told.headline(),
        told.summary(),
        Rank.corrected(told, topics),
        told.source(),
        told.names(),
        told.repeats(),
        told.generatedBy());
  }

  /// Where a reader goes on: to the post itself or, where its address is not known, to the first
  /// thing that it names.
  private static @Nullable String link(Post post) {
    return post.link() == null && !post.links().isEmpty() ? post.links().getFirst() : post.link();
  }

  public static List<TopicShare> shares(List<Tag> topics) {
    return topics.stream().map(tag -> new TopicShare(tag.topic(), tag.confidence())).toList();
  }
}
