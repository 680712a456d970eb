package io.gistmill.digest.editorial;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// How many posts of one week have which topic and which name. Texts that were passed on count
/// once.
///
/// The [#MOST_NAMES] most frequent names stay, so that a week takes at most some 100 kB however
/// many posts it had. Of a name that is not among them it is known that it had no more posts than
/// each of those.
///
/// @param posts how many texts the week had
/// @param topics by slug
/// @param names by name
/// @param rest how many posts a name has at most that is not among the names; null in counts that
///   were written when names of one post were left out
public record WeekCounts(
    int posts,
    SortedMap<String, Integer> topics,
    SortedMap<String, Integer> names,
    @Nullable Integer rest) {

  static final int MOST_NAMES = 4_096;

  public WeekCounts {
    topics = new TreeMap<>(topics);
    names = new TreeMap<>(names);
  }

  public static WeekCounts of(Collection<? extends NewsPost> posts) {
    List<? extends NewsPost> own = posts.stream().filter(post -> post.repeats() == null).toList();
    SortedMap<String, Integer> topics = counts(own, NewsPost::topics);
    topics.remove(NewsPost.OTHER);
    SortedMap<String, Integer> names = counts(own, NewsPost::names);
    SortedMap<String, Integer> kept = frequent(names);
    return new WeekCounts(own.size(), topics, kept, rest(names, kept));
  }

  private static SortedMap<String, Integer> counts(
      List<? extends NewsPost> posts, Function<NewsPost, List<String>> values) {
    var counts = new TreeMap<String, Integer>();
    for (NewsPost post : posts) {
      values.apply(post).stream().distinct().forEach(name -> counts.merge(name, 1, Integer::sum));
    }
    return counts;
  }

  private static SortedMap<String, Integer> frequent(SortedMap<String, Integer> names) {
    var entries = new ArrayList<>(names.entrySet());
    entries.sort(
        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    var kept = new TreeMap<String, Integer>();
    entries.stream().limit(MOST_NAMES).forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    return kept;
  }

  private static int rest(SortedMap<String, Integer> names, SortedMap<String, Integer> kept) {
    return names.entrySet().stream()
        .filter(entry -> !kept.containsKey(entry.getKey()))
        .mapToInt(Map.Entry::getValue)
        .max()
        .orElse(0);
  }

  int topic(String slug) {
    return topics.getOrDefault(slug, 0);
  }

  /// How many posts have a name at the most: just as many where [#knows] it.
  int name(String name) {
    return names.getOrDefault(name, unknown());
  }

  /// Whether it is known how many posts have a name.
  boolean knows(String name) {
    return names.containsKey(name) || unknown() == 0;
  }

  private int unknown() {
    if (posts == 0) {
      return 0;
    }
    return rest == null ? 1 : rest;
  }
}
