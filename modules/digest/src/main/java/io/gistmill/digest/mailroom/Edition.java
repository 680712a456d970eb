package io.gistmill.digest.mailroom;

import io.gistmill.contracts.Json;
import io.gistmill.digest.editorial.Budget;
import io.gistmill.digest.editorial.Issue;
import io.gistmill.digest.editorial.ReadingTime;
import io.gistmill.digest.editorial.Retraction;
import io.gistmill.digest.editorial.KnownStories;
import io.gistmill.digest.editorial.ShownPage;
import io.gistmill.domain.Digest;
import io.gistmill.domain.PostIds;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Week;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What readers of one route get of a window who were shown the same before; shared by all of them.
///
/// Words are looked up once for all, for as many stories as the longest digest has.
final class Edition {

  private final Issue issue;
  private final StoryLookup lookup;
  private final List<Long> millis = new ArrayList<>();
  private final Map<Integer, ShownPage> pages = new TreeMap<>();
  private final Map<Body, String> hashes = new HashMap<>();

  /// What makes digests of one edition differ.
  ///
  /// @param count of stories
  /// @param others keys of what other digests of the same reader showed
  /// @param repeats how many are named
  record Body(
      int count,
      int repeats,
      List<String> others,
      List<Retraction> retractions,
      @Nullable Week week) {}

  Edition(Issue issue, StoryLookup lookup) {
    this.issue = issue;
    this.lookup = lookup;
  }

  Issue issue() {
    return issue;
  }

  int stories() {
    return issue.stories().size();
  }

  int fit(Budget budget) {
    List<Integer> ranks = IntStream.range(0, stories()).boxed().toList();
    return budget.fit(ranks, this::millis);
  }

  private long millis(int rank) {
    while (millis.size() <= rank) {
      millis.add(ReadingTime.ofStory(lookup.apply(issue.stories().get(millis.size()).lead().ref())));
    }
    return millis.get(rank);
  }

  ShownPage page(Instant cut, int count) {
    return pages.computeIfAbsent(count, shown -> issue.page(cut, shown));
  }

  List<Digest.Item> items(Body body, KnownStories others) {
    return issue.items(body.count(), others);
  }

  /// @param items of the body
  String hash(Body body, List<Digest.Item> items, List<Digest.Item> repeats) {
    return hashes.computeIfAbsent(body, shown -> hashOf(shown, items, repeats));
  }

  private String hashOf(Body body, List<Digest.Item> items, List<Digest.Item> repeats) {
    List<Told> stories = items.stream().map(this::told).toList();
    List<StoryPost> corrections =
        body.retractions().stream().map(taken -> lookup.apply(taken.withdrawal().said())).toList();
    var content =
        new Content(
            stories, stories() - body.count(), repeats, corrections, body.week(), evidence(body));
    return PostIds.hash(List.of(Json.MAPPER.writeValueAsString(content)));
  }

  private Told told(Digest.Item item) {
    return new Told(item, item.posts().stream().map(lookup).toList());
  }

  private List<StoryPost> evidence(Body body) {
    Week week = body.week();
    return week == null
        ? List.of()
        : week.trends().stream().flatMap(trend -> trend.evidence().stream()).map(lookup).toList();
  }

  private record Content(
      List<Told> stories,
      int more,
      List<Digest.Item> repeats,
      List<StoryPost> corrections,
      @Nullable Week week,
      List<StoryPost> evidence) {}

  private record Told(Digest.Item item, List<StoryPost> posts) {}
}
