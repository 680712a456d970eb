package io.gistmill.gateway.page;

import io.gistmill.gateway.store.Library;
import io.gistmill.gateway.store.Period;
import io.gistmill.gateway.store.Slice;
import io.gistmill.gateway.store.StorySummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;

/// Today's stories, each under its strongest topic, and the last posts.
final class HomePage {

  private static final int FRESH = 6;
  private static final int STORIES = 300;
  private static final int PER_TOPIC = 3;
  private static final int SHOWN = 40;

  private final Library library;
  private final Supplier<String> generation;

  HomePage(Library library, Supplier<String> generation) {
    this.library = library;
    this.generation = generation;
  }

  /// The place in the log is asked for first: a post that comes in between is sent again by the
  /// stream, which is better than not at all.
  Answer show(Cards cards) {
    String since = library.positions(generation.get()).toString();
    Period today = cards.calendar().day(cards.calendar().today());
    SortedMap<String, Integer> counts = library.storyCounts(today);
    var view =
        new Views.Home(
            Calendar.inWords(cards.calendar().today()),
            chips(cards, counts),
            library.latest(Slice.first(FRESH)).stream()
                .map(post -> cards.post(post, null))
                .toList(),
            sections(cards, library.stories("all", today, Slice.first(STORIES)), counts),
            since);
    return Answer.page("home", "Today", "/", view);
  }

  private static List<Views.TopicView> chips(Cards cards, SortedMap<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .map(count -> cards.topic(count.getKey(), count.getValue().toString()))
        .toList();
  }

  /// Topics in the order of their best stories.
  private static List<Views.Section> sections(
      Cards cards, List<StorySummary> stories, Map<String, Integer> counts) {
    var byTopic = new LinkedHashMap<String, List<StorySummary>>();
    for (StorySummary story : stories) {
      String topic = story.topics().isEmpty() ? "other" : story.topics().getFirst();
      byTopic.computeIfAbsent(topic, _ -> new ArrayList<>()).add(story);
    }
    List<StorySummary> other = byTopic.remove("other");
    if (other != null) {
      byTopic.put("other", other);
    }
    var sections = new ArrayList<Views.Section>();
    int left = SHOWN;
    for (Map.Entry<String, List<StorySummary>> topic : byTopic.entrySet()) {
      List<StorySummary> shown =
          topic.getValue().stream().limit(Math.min(PER_TOPIC, left)).toList();
      left -= shown.size();
      if (!shown.isEmpty()) {
        int all = counts.getOrDefault(topic.getKey(), shown.size());
        sections.add(section(cards, topic.getKey(), shown, all));
      }
    }
    return sections;
  }

  private static Views.Section section(
      Cards cards, String topic, List<StorySummary> shown, int all) {
    return new Views.Section(
        cards.name(topic),
        "/topics/" + topic,
        shown.stream().map(story -> cards.storyUnder(topic, story)).toList(),
        all > shown.size() ? "All " + all + " of today" : null);
  }
}
