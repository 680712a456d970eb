package io.gistmill.digest.render;

import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.StoryPost.TopicShare;
import io.gistmill.domain.Subscription;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Turns digests into pages: looks the words up and brings dates into the subscriber's zone.
public final class DigestPages {

  private static final Comparator<Map.Entry<String, Fixed>> STRONGEST_FIRST =
      Map.Entry.<String, Fixed>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

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
    var stories = new ArrayList<DigestPage.StoryView>();
    for (Digest.Item item : digest.items()) {
      stories.add(story(item, stories.size() + 1, digest));
    }
    return new DigestPage(
        digest.id(),
        subscription.route(),
        subscription.cadence(),
        subscription.zone(),
        digest.from(),
        digest.cut(),
        Titles.heading(digest.subscription(), topicNames),
        Titles.day(digest),
        Titles.period(digest),
        stories,
        digest.more());
  }

  private DigestPage.StoryView story(Digest.Item item, int rank, Digest digest) {
    List<StoryPost> told = item.posts().stream().map(posts).toList();
    StoryPost lead = told.getFirst();
    String headline = headline(lead);
    return new DigestPage.StoryView(
        item.story(),
        rank,
        item.score(),
        headline,
        Texts.oneLine(lead.summaryBelowHeadline()),
        Texts.language(lead.language(), headline),
        topics(told),
        sources(told),
        told.stream().map(post -> post(post, digest)).toList());
  }

  private static String headline(StoryPost lead) {
    String headline = Texts.oneLine(lead.headline());
    if (!headline.isEmpty()) {
      return headline;
    }
    String link = Links.safe(lead.link());
    return link == null ? "Post by " + author(lead) : link;
  }

  private List<DigestPage.TopicView> topics(List<StoryPost> told) {
    var strengths = new TreeMap<String, Fixed>();
    for (StoryPost post : told) {
      for (TopicShare share : post.topics()) {
        strengths.merge(share.topic(), share.confidence(), (a, b) -> a.compareTo(b) < 0 ? b : a);
      }
    }
    return strengths.entrySet().stream()
        .sorted(STRONGEST_FIRST)
        .map(entry -> topic(entry.getKey()))
        .toList();
  }

  private DigestPage.TopicView topic(String slug) {
    return new DigestPage.TopicView(slug, Texts.oneLine(topicNames.apply(slug)));
  }

  private static int sources(List<StoryPost> told) {
    return Math.toIntExact(
        told.stream()
            .map(DigestPages::account)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .distinct()
            .count());
  }

  private static String account(StoryPost post) {
    return post.handle() == null ? author(post) : "@" + post.handle();
  }

  private static DigestPage.PostView post(StoryPost post, Digest digest) {
    ZoneId zone = digest.subscription().zone();
    return new DigestPage.PostView(
        post.id(),
        post.ordinal(),
        author(post),
        handle(post.handle()),
        Links.safe(post.link()),
        post.published().atZone(zone).toLocalDate(),
        post.published().isBefore(digest.from()),
        post.dateInferred());
  }

  private static @Nullable String handle(@Nullable String handle) {
    return handle == null ? null : Texts.oneLine(handle);
  }

  private static String author(StoryPost post) {
    String author = Texts.oneLine(post.author());
    return author.isEmpty() ? "Unknown author" : author;
  }
}
