package io.gistmill.launcher.shadow;

import io.gistmill.domain.Tag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Counts what changes, by the last version of each post.
///
/// Holds the topics of each post, and the posts themselves of a few examples only. For one thread.
final class Tally {

  /// For each topic and direction; some may be taken back before they are shown.
  static final int KEPT = 50;

  private final Map<String, Row> rows = new HashMap<>();
  private final SortedMap<String, Change> changes = new TreeMap<>();

  /// @param active and
  /// @param candidate topics
  /// @param failed names of the candidate's classifiers that failed
  private record Row(SortedSet<String> active, SortedSet<String> candidate, List<Failure> failed) {}

  private record Failure(String classifier, String reason) {}

  /// Examples of one topic, by post.
  private static final class Change {
    private final SortedMap<String, Example> added = new TreeMap<>();
    private final SortedMap<String, Example> removed = new TreeMap<>();
  }

  /// Takes the place of an earlier version.
  void put(Version version) {
    String id = version.post().id();
    remove(id);
    var row =
        new Row(
            slugs(version.active()),
            slugs(version.candidate()),
            version.failures().stream()
                .map(failed -> new Failure(failed.classifier(), failed.reason()))
                .toList());
    rows.put(id, row);
    for (Tag tag : version.candidate()) {
      if (!row.active.contains(tag.topic())) {
        keep(change(tag.topic()).added, version, tag);
      }
    }
    for (Tag tag : version.active()) {
      if (!row.candidate.contains(tag.topic())) {
        keep(change(tag.topic()).removed, version, tag);
      }
    }
  }

  private static SortedSet<String> slugs(Collection<Tag> tags) {
    return tags.stream()
        .map(tag -> tag.topic().intern())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Change change(String topic) {
    return changes.computeIfAbsent(topic, slug -> new Change());
  }

  private static void keep(SortedMap<String, Example> examples, Version version, Tag tag) {
    examples.put(version.post().id(), Example.of(version.post(), tag));
    if (examples.size() > KEPT) {
      // The least by id stay, so that neither order nor partitions choose.
      examples.pollLastEntry();
    }
  }

  /// A post was taken back.
  void remove(String id) {
    @Nullable Row row = rows.remove(id);
    if (row != null) {
      changes
          .values()
          .forEach(
              change -> {
                change.added.remove(id);
                change.removed.remove(id);
              });
    }
  }

  /// What a person said of a post holds for both sides.
  ///
  /// @param verdicts by slug: true where the post has the topic
  void correct(String id, Map<String, Boolean> verdicts) {
    @Nullable Row row = rows.get(id);
    if (row == null) {
      return;
    }
    verdicts.forEach(
        (topic, has) -> {
          for (SortedSet<String> side : List.of(row.active, row.candidate)) {
            var _ = has ? side.add(topic) : side.remove(topic);
          }
          Change change = change(topic);
          change.added.remove(id);
          change.removed.remove(id);
        });
  }

  /// The topics that a post has by the active set; empty where nothing is known of it.
  SortedSet<String> active(String id) {
    @Nullable Row row = rows.get(id);
    return row == null ? new TreeSet<>() : Collections.unmodifiableSortedSet(row.active);
  }

  int posts() {
    return rows.size();
  }

  /// How many posts have other topics.
  int changed() {
    return (int) rows.values().stream().filter(row -> !row.active.equals(row.candidate)).count();
  }

  /// All topics that either gives, sorted.
  SortedMap<String, Counts> counts() {
    var tables = new TreeMap<String, int[]>();
    for (Row row : rows.values()) {
      var either = new TreeSet<>(row.active);
      either.addAll(row.candidate);
      for (String topic : either) {
        int[] table = tables.computeIfAbsent(topic, slug -> new int[3]);
        boolean before = row.active.contains(topic);
        table[before && row.candidate.contains(topic) ? 0 : before ? 2 : 1]++;
      }
    }
    var counts = new TreeMap<String, Counts>();
    tables.forEach(
        (topic, table) -> counts.put(topic, new Counts(table[0], table[1], table[2], rows.size())));
    return counts;
  }

  List<Example> added(String topic, int limit) {
    Change change = changes.get(topic);
    return change == null ? List.of() : change.added.values().stream().limit(limit).toList();
  }

  List<Example> removed(String topic, int limit) {
    Change change = changes.get(topic);
    return change == null ? List.of() : change.removed.values().stream().limit(limit).toList();
  }

  /// How often each of the candidate's classifiers failed, and the reasons of that, most frequent
  /// first.
  SortedMap<String, List<Reason>> failures() {
    var counted = new TreeMap<String, Map<String, Integer>>();
    for (Row row : rows.values()) {
      for (Failure failure : row.failed) {
        counted
            .computeIfAbsent(failure.classifier, id -> new TreeMap<>())
            .merge(failure.reason, 1, Integer::sum);
      }
    }
    var failures = new TreeMap<String, List<Reason>>();
    counted.forEach((classifier, reasons) -> failures.put(classifier, Reason.sorted(reasons)));
    return failures;
  }

  /// Why a classifier failed, and on how many posts.
  record Reason(String reason, int posts) {
    private static List<Reason> sorted(Map<String, Integer> reasons) {
      var sorted = new ArrayList<Reason>();
      reasons.forEach((reason, posts) -> sorted.add(new Reason(reason, posts)));
      sorted.sort((one, other) -> Integer.compare(other.posts, one.posts));
      return List.copyOf(sorted);
    }
  }
}
