package io.gistmill.classifier.trained.learn;

import io.gistmill.classifier.trained.model.FeatureSettings;
import io.gistmill.classifier.trained.model.PostEncoder;
import io.gistmill.domain.Post;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/// Examples as numbers.
///
/// @param topics all topics that some example has, sorted
/// @param labels by topic, then by example
/// @param single whether every example has exactly one topic
/// @param near who is near whom, where neighbours are asked
record Corpus(
    List<String> topics, List<Row> rows, boolean[][] labels, boolean single, Nearby near) {

  /// So many examples one thread encodes at a time.
  private static final int PIECE = 64;

  /// @param sentences gives the vector of a post where the features want it
  /// @param threads 1 or more; the result is the same
  static Corpus of(
      List<Example> examples,
      FeatureSettings features,
      Function<Post, byte[]> sentences,
      int threads) {
    SortedSet<String> topics = new TreeSet<>();
    examples.forEach(example -> topics.addAll(example.topics()));
    List<Row> rows = rows(examples, features, sentences, threads);
    List<String> names = List.copyOf(topics);
    boolean[][] labels = labels(examples, names);
    Nearby near =
        features.neighbours() > 0 ? Nearby.of(rows, labels, threads) : Nearby.nobody(labels);
    boolean single = examples.stream().allMatch(example -> example.topics().size() == 1);
    return new Corpus(names, rows, labels, single, near);
  }

  private static List<Row> rows(
      List<Example> examples,
      FeatureSettings features,
      Function<Post, byte[]> sentences,
      int threads) {
    var rows = new Row[examples.size()];
    Threads.run(
        threads,
        (rows.length + PIECE - 1) / PIECE,
        piece -> {
          var encoder = new PostEncoder(features, sentences);
          for (int i = piece * PIECE; i < Math.min(rows.length, (piece + 1) * PIECE); i++) {
            encoder.read(examples.get(i).post());
            rows[i] = Row.of(encoder);
          }
        });
    return List.of(rows);
  }

  private static boolean[][] labels(List<Example> examples, List<String> topics) {
    var labels = new boolean[topics.size()][examples.size()];
    for (int topic = 0; topic < labels.length; topic++) {
      for (int i = 0; i < examples.size(); i++) {
        labels[topic][i] = examples.get(i).topics().contains(topics.get(topic));
      }
    }
    return labels;
  }

  int size() {
    return rows.size();
  }
}
