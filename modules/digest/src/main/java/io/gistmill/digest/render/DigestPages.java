package io.gistmill.digest.render;

import io.gistmill.domain.Digest;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.Week;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
    var views = new StoryViews(digest, words, topicNames);
    var titles = new Titles(words, topicNames);
    return new DigestPage(
        digest.id(),
        subscription.route(),
        subscription.cadence(),
        subscription.zone(),
        digest.from(),
        digest.cut(),
        words.locale(),
        titles.subject(subscription),
        titles.heading(subscription),
        titles.day(digest),
        titles.period(digest),
        stories(digest.items(), views),
        digest.more(),
        stories(digest.repeats(), views),
        week(digest, views),
        digest.corrections().stream().map(taken -> correction(taken, views)).toList(),
        null);
  }

  private @Nullable WeekView week(Digest digest, StoryViews views) {
    Week week = digest.week();
    return week == null ? null : new WeekViews(posts, topicNames, views).view(week);
  }

  private Correction correction(Digest.Correction taken, StoryViews views) {
    StoryPost post = posts.apply(taken.post());
    WeekView.Told told = views.told(post);
    return new Correction(
        told.headline(), told.language(), null, told.byline(), null, views.shownOn(taken.cut()));
  }

  private List<DigestPage.StoryView> stories(List<Digest.Item> items, StoryViews views) {
    var stories = new ArrayList<DigestPage.StoryView>();
    for (Digest.Item item : items) {
      List<StoryPost> told = item.posts().stream().map(posts).toList();
      stories.add(views.view(item, stories.size() + 1, told));
    }
    return stories;
  }
}
