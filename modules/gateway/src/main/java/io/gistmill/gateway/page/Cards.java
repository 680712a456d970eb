package io.gistmill.gateway.page;

import io.gistmill.domain.Post;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Tag;
import io.gistmill.gateway.store.StoredPost;
import io.gistmill.gateway.store.StorySummary;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What lists show of stories and posts.
record Cards(Map<String, String> names, Calendar calendar) {

  private static final int HEADLINE = 160;
  private static final int SUMMARY = 280;
  private static final int TOPICS = 4;

  String name(String slug) {
    return switch (slug) {
      case "all" -> "All topics";
      case "other" -> "No topic";
      default -> Texts.oneLine(names.getOrDefault(slug, slug));
    };
  }

  Views.TopicView topic(String slug, String note) {
    return new Views.TopicView(slug, name(slug), note);
  }

  Views.StoryCard story(StorySummary story) {
    return storyUnder("", story);
  }

  /// @param topic under which the story stands, so that it need not say so itself
  Views.StoryCard storyUnder(String topic, StorySummary story) {
    StoryPost lead = story.lead();
    String headline = headline(lead);
    return new Views.StoryCard(
        story.id(),
        headline,
        summary(headline, lead),
        Texts.language(lead.language(), headline),
        told(story.posts(), story.authors(), lead),
        calendar.moment(story.latest()),
        story.topics().stream()
            .filter(slug -> !slug.equals(topic))
            .limit(TOPICS)
            .map(slug -> topic(slug, ""))
            .toList());
  }

  /// Nothing where it would say the headline again; with a mark where a machine wrote both.
  static String summary(String headline, StoryPost lead) {
    String summary = Texts.cut(Texts.oneLine(lead.summaryInOneLine()), SUMMARY);
    String shown = summary.equals(headline) ? "" : summary;
    return lead.generated() ? marked(shown) : shown;
  }

  /// A headline that stands alone, with a mark where a machine wrote it.
  static String line(StoryPost post) {
    return post.generated() ? marked(headline(post)) : headline(post);
  }

  private static String marked(String text) {
    return (text + " (written by AI)").strip();
  }

  static String headline(StoryPost lead) {
    String headline = Texts.cut(Texts.oneLine(lead.headline()), HEADLINE);
    return headline.isEmpty() ? "Post by " + Texts.author(lead.author()) : headline;
  }

  static String told(int posts, int authors, StoryPost lead) {
    if (authors < 2) {
      return posts < 2
          ? Texts.author(lead.author())
          : Texts.count(posts, "post", "posts") + " by " + Texts.author(lead.author());
    }
    return Texts.count(posts, "post", "posts") + " by " + authors + " authors";
  }

  Views.PostLine post(StoredPost stored, @Nullable Marked excerpt) {
    Post post = stored.tagged().post();
    Instant when = stored.backfilled() ? post.published() : stored.tagged().admitted();
    return post(stored, when, excerpt);
  }

  Views.PostLine byDate(StoredPost stored) {
    return post(stored, stored.tagged().post().published(), null);
  }

  private Views.PostLine post(StoredPost stored, Instant when, @Nullable Marked excerpt) {
    Post post = stored.tagged().post();
    String title = Texts.title(post);
    return new Views.PostLine(
        stored.id(),
        title,
        Texts.language(stored.tagged().language(), title),
        Texts.byline(post.author(), post.handle()),
        calendar.moment(when),
        stored.topics().stream().limit(TOPICS).map(tag -> topic(tag.topic(), "")).toList(),
        excerpt);
  }

  /// A post in full, with the evidence of its topics marked.
  Views.PostView full(StoredPost stored, int limit) {
    Post post = stored.tagged().post();
    return new Views.PostView(
        stored.id(),
        Texts.title(post),
        Texts.language(stored.tagged().language(), post.text()),
        Texts.byline(post.author(), post.handle()),
        calendar.full(post.published()),
        Texts.link(post.link()),
        Marked.of(post.text(), Marks.text(stored.topics(), this::name, post.text()), limit),
        flags(stored));
  }

  private static String flags(StoredPost stored) {
    var flags = new ArrayList<String>();
    if (stored.edited()) {
      flags.add("edited");
    }
    if (stored.corrected()) {
      flags.add("topics corrected");
    }
    if (stored.backfilled()) {
      flags.add("from before its source was followed");
    }
    if (stored.tagged().post().dateInferred()) {
      flags.add("date inferred");
    }
    return String.join(", ", flags);
  }

  static String percent(Tag tag) {
    return Math.round(tag.confidence().micros() / 10_000.0) + " %";
  }

  List<Views.TopicView> topics(List<String> slugs) {
    return slugs.stream().map(slug -> topic(slug, "")).toList();
  }
}
