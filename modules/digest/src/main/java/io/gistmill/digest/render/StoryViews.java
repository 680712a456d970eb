package io.gistmill.digest.render;

import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.StoryPost.TopicShare;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Makes the stories of one digest fit to be shown.
///
/// @param words the reader's
record StoryViews(Digest digest, Words words, UnaryOperator<String> topicNames) {

  private static final Comparator<Map.Entry<String, Fixed>> STRONGEST_FIRST =
      Map.Entry.<String, Fixed>comparingByValue()
          .reversed()
          .thenComparing(Map.Entry.comparingByKey());

  /// One place is what a story gets when another one moves past it; that says nothing of it.
  private static final int FAR_ENOUGH = 2;

  /// @param told the item's posts, lead first
  DigestPage.StoryView view(Digest.Item item, int rank, List<StoryPost> told) {
    StoryPost teller = ReaderLanguage.teller(told, digest.subscription().preferences());
    String headline = headline(teller);
    int sources = sources(told);
    return new DigestPage.StoryView(
        item.story(),
        rank,
        item.score(),
        headline,
        teller.generated()
            ? Texts.oneLine(teller.summaryBelowHeadline())
            : Texts.lines(teller.summaryBelowHeadline()),
        Texts.language(teller.language(), headline),
        topics(told),
        sources,
        Links.safe(teller.link()),
        told.stream().map(this::post).toList(),
        0,
        update(item, told, teller),
        reasons(item, sources),
        teller.generatedBy());
  }

  /// What is new, unless the headline says it already.
  private @Nullable StoryUpdate update(Digest.Item item, List<StoryPost> told, StoryPost teller) {
    Digest.Known known = item.known();
    if (known == null) {
      return null;
    }
    StoryPost newest = told.getFirst();
    String news = newest.id().equals(teller.id()) ? "" : words.line(newest);
    String language = Texts.language(newest.language(), Texts.oneLine(newest.headline()));
    return new StoryUpdate(news, language, known.news(), shownOn(known.cut()));
  }

  private List<Reason> reasons(Digest.Item item, int sources) {
    var reasons = new ArrayList<Reason>();
    reasons.add(new Reason.Sources(sources));
    reasons.add(new Reason.Score(item.score()));
    Digest.Why why = item.why();
    if (why != null) {
      addParts(why, reasons);
    }
    Instant seen = item.seen();
    if (seen != null) {
      reasons.add(new Reason.Seen(shownOn(seen)));
    }
    return reasons;
  }

  /// A score of one part needs no parts.
  private static void addParts(Digest.Why why, List<Reason> reasons) {
    boolean one = why.sources().equals(Fixed.ZERO) && why.update().equals(Fixed.ZERO);
    if (!one) {
      reasons.add(new Reason.Lead(why.lead()));
    }
    if (!why.sources().equals(Fixed.ZERO)) {
      reasons.add(new Reason.Authors(why.sources()));
    }
    if (!why.update().equals(Fixed.ZERO)) {
      reasons.add(new Reason.Known(why.update()));
    }
    if (Math.abs(why.moved()) >= FAR_ENOUGH) {
      reasons.add(new Reason.Moved(why.moved()));
    }
  }

  /// The day that a digest covers, which ends at its cut.
  LocalDate shownOn(Instant cut) {
    return cut.minusNanos(1).atZone(digest.subscription().zone()).toLocalDate();
  }

  /// A post in one line. What stands in for a headline is nobody's writing and has no mark.
  WeekView.Told told(StoryPost post) {
    String headline = headline(post);
    String line = words.line(post);
    String handle = handle(post.handle());
    return new WeekView.Told(
        line.isEmpty() ? headline : line,
        Texts.language(post.language(), headline),
        handle == null ? author(post) : author(post) + " @" + handle,
        Links.safe(post.link()));
  }

  private String headline(StoryPost teller) {
    String headline = Texts.oneLine(teller.headline());
    if (!headline.isEmpty()) {
      return headline;
    }
    String link = Links.safe(teller.link());
    return link == null ? words.fill("headline.none", author(teller)) : link;
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

  private int sources(List<StoryPost> told) {
    return Math.toIntExact(
        told.stream()
            .map(this::account)
            .map(name -> name.toLowerCase(Locale.ROOT))
            .distinct()
            .count());
  }

  private String account(StoryPost post) {
    return post.handle() == null ? author(post) : "@" + post.handle();
  }

  private DigestPage.PostView post(StoryPost post) {
    ZoneId zone = digest.subscription().zone();
    return new DigestPage.PostView(
        post.id(),
        post.ordinal(),
        author(post),
        handle(post.handle()),
        Links.safe(post.link()),
        post.published().atZone(zone).toOffsetDateTime(),
        post.published().isBefore(digest.from()),
        post.dateInferred());
  }

  private static @Nullable String handle(@Nullable String handle) {
    String account = handle == null ? "" : Texts.name(handle);
    return account.isEmpty() ? null : account;
  }

  private String author(StoryPost post) {
    String author = Texts.name(post.author());
    return author.isEmpty() ? words.get("author.unknown") : author;
  }
}
