package io.gistmill.launcher.train;

import io.gistmill.classifier.trained.learn.Example;
import io.gistmill.classifier.trained.learn.TrainerSettings;
import io.gistmill.launcher.replay.UsageException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Labelled posts.
///
/// @param posts in the order of the files
/// @param remarks on lines that are no examples, for people
public record Labels(List<Labelled> posts, List<String> remarks) {

  /// Topics with fewer examples are hardly learnt.
  static final int THIN = 20;

  private static final int SHOWN = 100;

  public Labels {
    posts = List.copyOf(posts);
    remarks = List.copyOf(remarks);
  }

  public List<Example> examples() {
    return posts.stream().map(Labelled::example).toList();
  }

  /// Whether every post has exactly one topic.
  public boolean single() {
    return posts.stream().allMatch(post -> post.example().topics().size() == 1);
  }

  public TrainerSettings settings() {
    return single() ? TrainerSettings.SINGLE : TrainerSettings.STANDARD;
  }

  /// How many examples each topic has.
  SortedMap<String, Integer> counts() {
    var counts = new TreeMap<String, Integer>();
    posts.forEach(
        post -> post.example().topics().forEach(topic -> counts.merge(topic, 1, Integer::sum)));
    return counts;
  }

  /// The thin topics with their counts; empty when there are none.
  String thin() {
    return counts().entrySet().stream()
        .filter(entry -> entry.getValue() < THIN)
        .map(entry -> entry.getKey() + " " + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  /// The topics, the most frequent first.
  List<Map.Entry<String, Integer>> byFrequency() {
    return counts().entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .toList();
  }

  /// @throws UsageException naming the posts that do not have exactly one topic
  void requireSingle() {
    List<String> others =
        posts.stream()
            .filter(post -> post.example().topics().size() != 1)
            .map(
                post ->
                    post.place()
                        + ": the post has "
                        + post.example().topics().size()
                        + " topics; leave it one, or leave --single out")
            .toList();
    refuse(others);
  }

  /// @throws UsageException naming all mistakes; nothing where there are none
  static void refuse(List<String> mistakes) {
    if (!mistakes.isEmpty()) {
      String more =
          mistakes.size() > SHOWN ? "\n... and " + (mistakes.size() - SHOWN) + " more" : "";
      throw new UsageException(
          mistakes.stream().limit(SHOWN).collect(Collectors.joining("\n")) + more);
    }
  }
}
