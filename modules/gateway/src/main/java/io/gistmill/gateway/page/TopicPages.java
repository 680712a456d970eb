package io.gistmill.gateway.page;

import io.gistmill.gateway.store.Library;
import io.gistmill.gateway.store.Period;
import io.gistmill.gateway.store.Slice;
import io.gistmill.gateway.store.StoredPost;
import io.gistmill.gateway.store.StorySummary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// All topics, and one topic by day or by post.
final class TopicPages {

  static final String HERE = "/topics";
  private static final int SIZE = 20;

  private final Library library;

  TopicPages(Library library) {
    this.library = library;
  }

  Answer all(Cards cards) {
    SortedMap<String, Integer> today =
        library.storyCounts(cards.calendar().day(cards.calendar().today()));
    SortedMap<String, Integer> week = library.storyCounts(cards.calendar().week());
    var topics = new ArrayList<Views.TopicView>();
    cards.names().keySet().forEach(slug -> topics.add(counted(cards, slug, today, week)));
    topics.sort((a, b) -> a.name().compareToIgnoreCase(b.name()));
    topics.add(counted(cards, "other", today, week));
    return Answer.page("topics", "Topics", HERE, new Views.TopicList(topics));
  }

  private static Views.TopicView counted(
      Cards cards, String slug, SortedMap<String, Integer> today, SortedMap<String, Integer> week) {
    int now = today.getOrDefault(slug, 0);
    int seven = week.getOrDefault(slug, 0);
    return cards.topic(
        slug, seven == 0 ? "nothing this week" : now + " today, " + seven + " this week");
  }

  Answer one(Cards cards, String slug, int page) {
    if (!known(cards, slug)) {
      return Answer.unknown("topic");
    }
    LocalDate today = cards.calendar().today();
    var sections = new ArrayList<Views.Section>();
    if (page == 1) {
      sections.add(section(cards, slug, "Today", cards.calendar().day(today)));
      sections.add(section(cards, slug, "Yesterday", cards.calendar().day(today.minusDays(1))));
    }
    var earlier =
        new Period(cards.calendar().week().from(), cards.calendar().day(today.minusDays(1)).from());
    List<StorySummary> stories =
        library.stories(slug, earlier, new Slice(SIZE + 1, Slice.page(page, SIZE).offset()));
    sections.add(
        new Views.Section(
            "Earlier this week",
            null,
            stories.stream().limit(SIZE).map(story -> cards.storyUnder(slug, story)).toList(),
            null));
    return Answer.page(
        "topic",
        cards.name(slug),
        HERE,
        view(cards, slug, sections, List.of(), page, stories.size() > SIZE, ""));
  }

  private Views.Section section(Cards cards, String slug, String title, Period period) {
    return new Views.Section(
        title,
        null,
        library.stories(slug, period, Slice.first(2 * SIZE)).stream()
            .map(story -> cards.storyUnder(slug, story))
            .toList(),
        null);
  }

  Answer archive(Cards cards, String slug, int page) {
    if (!known(cards, slug)) {
      return Answer.unknown("topic");
    }
    List<StoredPost> posts =
        library.archive(slug, new Slice(SIZE + 1, Slice.page(page, SIZE).offset()));
    return Answer.page(
        "topic",
        cards.name(slug),
        HERE,
        view(
            cards,
            slug,
            List.of(),
            posts.stream().limit(SIZE).map(cards::byDate).toList(),
            page,
            posts.size() > SIZE,
            "/archive"));
  }

  private static Views.TopicPage view(
      Cards cards,
      String slug,
      List<Views.Section> sections,
      List<Views.PostLine> archive,
      int page,
      boolean more,
      String below) {
    String address = address(slug) + below + "?page=";
    @Nullable String newer = page > 1 ? address + (page - 1) : null;
    @Nullable String older = more ? address + (page + 1) : null;
    return new Views.TopicPage(slug, cards.name(slug), sections, archive, newer, older);
  }

  static String address(String slug) {
    return HERE + "/" + slug;
  }

  static boolean known(Cards cards, String slug) {
    return slug.equals("all") || slug.equals("other") || cards.names().containsKey(slug);
  }
}
