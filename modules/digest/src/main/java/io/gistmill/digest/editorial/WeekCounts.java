package io.gistmill.digest.editorial;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// How many posts of one week have which topic and which name. Texts that were passed on count
/// once.
///
/// Names that only one post has are left out, and of the others the [#MOST_NAMES] most frequent
/// stay, so that a week takes at most some 100 kB however many posts it had.
///
/// @param posts how many texts the week had
/// @param topics by slug
/// @param names by name
public record WeekCounts(
    int posts, SortedMap<String, Integer> topics, SortedMap<String, Integer> names) {

  static final int MOST_NAMES = 4_096;

  public WeekCounts {
    topics = new TreeMap<>(topics);
    names = new TreeMap<>(names);
  }

  public static WeekCounts of(Collection<? extends NewsPost> posts) {
    List<? extends NewsPost> own = posts.stream().filter(post -> post.repeats() == null).toList();
    SortedMap<String, Integer> topics = counts(own, NewsPost::topics);
    topics.remove(NewsPost.OTHER);
    return new WeekCounts(own.size(), topics, frequent(counts(own, NewsPost::names)));
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
    entries.removeIf(entry -> entry.getValue() < 2);
    entries.sort(
        Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()));
    var kept = new TreeMap<String, Integer>();
    entries.stream().limit(MOST_NAMES).forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
    return kept;
  }

  int topic(String slug) {
    return topics.getOrDefault(slug, 0);
  }

  int name(String name) {
    return names.getOrDefault(name, 0);
  }
}
