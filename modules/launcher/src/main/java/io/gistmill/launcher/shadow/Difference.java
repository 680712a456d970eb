package io.gistmill.launcher.shadow;

import io.gistmill.domain.Fixed;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/// What a candidate would change; the order of the components is that of the fields of
/// `shadow.json`.
///
/// @param schema of this document: rises when a reader of the last one would misread it
/// @param subject what was looked at, for people
/// @param active name and version of all parts that gave the topics that posts have
/// @param candidate of all parts that would give them
/// @param posts each counts once, in its last version; those that were taken back do not
/// @param changed how many would have other topics
/// @param changedShare of all posts
/// @param jaccard agreement of all topics together, see [Counts#jaccard]
/// @param topics that either gives, sorted
/// @param failures of the candidate's classifiers
/// @param costs of the candidate's classifiers
record Difference(
    int schema,
    String subject,
    List<String> active,
    List<String> candidate,
    int posts,
    int changed,
    Fixed changedShare,
    Fixed jaccard,
    List<TopicChange> topics,
    List<Failing> failures,
    List<Cost> costs) {

  static final int SCHEMA = 1;
  private static final int EXAMPLES = 10;

  Difference {
    active = List.copyOf(active);
    candidate = List.copyOf(candidate);
    topics = List.copyOf(topics);
    failures = List.copyOf(failures);
    costs = List.copyOf(costs);
  }

  /// @param active in how many posts it stands
  /// @param candidate in how many it would stand
  /// @param addedShare of those in which it would stand
  /// @param removedShare of those in which it stands
  /// @param kappa agreement, see [Counts#kappa]
  /// @param addedExamples by id, at most ten
  /// @param removedExamples by id, at most ten
  record TopicChange(
      String topic,
      int active,
      int candidate,
      int added,
      int removed,
      Fixed addedShare,
      Fixed removedShare,
      Fixed kappa,
      List<Example> addedExamples,
      List<Example> removedExamples) {

    TopicChange {
      addedExamples = List.copyOf(addedExamples);
      removedExamples = List.copyOf(removedExamples);
    }

    boolean isChange() {
      return added + removed > 0;
    }
  }

  /// @param posts on which it failed
  /// @param reasons most frequent first, at most five
  record Failing(String classifier, int posts, List<Tally.Reason> reasons) {
    Failing {
      reasons = List.copyOf(reasons);
    }
  }

  static Difference of(
      String subject,
      SortedSet<String> active,
      List<String> candidate,
      Tally tally,
      List<Cost> costs) {
    Map<String, Counts> counts = tally.counts();
    return new Difference(
        SCHEMA,
        subject,
        List.copyOf(active),
        candidate,
        tally.posts(),
        tally.changed(),
        share(tally.changed(), tally.posts()),
        all(counts, tally.posts()).jaccard(),
        counts.entrySet().stream().map(one -> topic(one.getKey(), one.getValue(), tally)).toList(),
        tally.failures().entrySet().stream().map(Difference::failing).toList(),
        costs);
  }

  private static TopicChange topic(String topic, Counts counts, Tally tally) {
    return new TopicChange(
        topic,
        counts.active(),
        counts.candidate(),
        counts.added(),
        counts.removed(),
        share(counts.added(), counts.candidate()),
        share(counts.removed(), counts.active()),
        counts.kappa(),
        tally.added(topic, EXAMPLES),
        tally.removed(topic, EXAMPLES));
  }

  private static Failing failing(Map.Entry<String, List<Tally.Reason>> failures) {
    int posts = failures.getValue().stream().mapToInt(Tally.Reason::posts).sum();
    return new Failing(
        failures.getKey(), posts, failures.getValue().stream().limit(EXAMPLES / 2).toList());
  }

  private static Counts all(Map<String, Counts> counts, int posts) {
    int both = 0;
    int added = 0;
    int removed = 0;
    for (Counts one : counts.values()) {
      both += one.both();
      added += one.added();
      removed += one.removed();
    }
    return new Counts(both, added, removed, posts);
  }

  private static Fixed share(int part, int whole) {
    return whole == 0 ? Fixed.ZERO : Fixed.of((double) part / whole);
  }

  int added() {
    return topics.stream().mapToInt(TopicChange::added).sum();
  }

  int removed() {
    return topics.stream().mapToInt(TopicChange::removed).sum();
  }
}
