package io.gistmill.digest.render;

import io.gistmill.domain.Digest;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Subscription;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/// Turns digests into pages: looks the words up, in the reader's language where there is a choice,
/// and brings dates into the subscriber's zone.
public final class DigestPages {

  private final Function<Digest.PostRef, StoryPost> posts;
  private final UnaryOperator<String> topicNames;

  /// @param posts finds the version of a post that a digest names
  /// @param topicNames a topic's name by its slug; gives the slug itself where it knows none
  public DigestPages(Function<Digest.PostRef, StoryPost> posts, UnaryOperator<String> topicNames) {
    this.posts = posts;
    this.topicNames = topicNames;
  }

  public DigestPage page(Digest digest) {
    Subscription subscription = digest.subscription();
    Words words = Words.of(subscription.preferences());
    var titles = new Titles(words, topicNames);
    return new DigestPage(
        digest.id(),
        subscription.route(),
        subscription.cadence(),
        subscription.zone(),
        digest.from(),
        digest.cut(),
        words.locale(),
        titles.subject(subscription.route()),
        titles.heading(subscription),
        titles.day(digest),
        titles.period(digest),
        stories(digest, new StoryViews(digest, words, topicNames)),
        digest.more(),
        List.of(),
        null,
        List.of(),
        null);
  }

  private List<DigestPage.StoryView> stories(Digest digest, StoryViews views) {
    var stories = new ArrayList<DigestPage.StoryView>();
    for (Digest.Item item : digest.items()) {
      List<StoryPost> told = item.posts().stream().map(posts).toList();
      stories.add(views.view(item, stories.size() + 1, told));
    }
    return stories;
  }
}
