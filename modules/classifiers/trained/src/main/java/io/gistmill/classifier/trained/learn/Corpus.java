package io.gistmill.classifier.trained.learn;

import io.gistmill.classifier.trained.model.FeatureSettings;
import io.gistmill.classifier.trained.model.PostEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// Examples as numbers.
///
/// @param topics all topics that some example has, sorted
/// @param labels by topic, then by example
/// @param single whether every example has exactly one topic
record Corpus(List<String> topics, List<Row> rows, boolean[][] labels, boolean single) {

  static Corpus of(List<Example> examples, FeatureSettings features) {
    SortedSet<String> topics = new TreeSet<>();
    examples.forEach(example -> topics.addAll(example.topics()));
    var encoder = new PostEncoder(features);
    var rows = new ArrayList<Row>();
    for (Example example : examples) {
      encoder.read(example.post());
      rows.add(Row.of(encoder));
    }
    List<String> names = List.copyOf(topics);
    boolean single = examples.stream().allMatch(example -> example.topics().size() == 1);
    return new Corpus(names, rows, labels(examples, names), single);
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
