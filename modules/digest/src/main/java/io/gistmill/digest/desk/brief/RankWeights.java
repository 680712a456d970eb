package io.gistmill.digest.desk.brief;

import io.gistmill.domain.StoryPost.TopicShare;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What features and topics add to the rank of a post, learnt from posts that editors graded from 1
/// to 5, which stand for 0 to 1. The file lists them in millionths.
///
/// @param features by [PostFeature]
/// @param topics by slug, at full confidence; one that is not there adds nothing
record RankWeights(SortedMap<String, Integer> features, SortedMap<String, Integer> topics) {

  /// In the place of a topic: there is none. No slug can be it.
  static final String NONE = "(none)";

  private static final String FILE = "rank-weights.tsv";
  private static final String TOPIC = "topic:";

  RankWeights {
    features = Collections.unmodifiableSortedMap(new TreeMap<>(features));
    topics = Collections.unmodifiableSortedMap(new TreeMap<>(topics));
  }

  static RankWeights shipped() {
    return Shipped.WEIGHTS;
  }

  private static final class Shipped {
    static final RankWeights WEIGHTS = read();
  }

  private static RankWeights read() {
    var features = new TreeMap<String, Integer>();
    var topics = new TreeMap<String, Integer>();
    WeightTable.read(RankWeights.class, FILE)
        .forEach(
            (name, weight) -> {
              boolean topic = name.startsWith(TOPIC);
              (topic ? topics : features)
                  .put(topic ? name.substring(TOPIC.length()) : name, Integer.valueOf(weight));
            });
    return new RankWeights(features, topics);
  }

  /// As they stand in the file.
  List<String> lines() {
    var lines = new ArrayList<String>();
    features.forEach((name, weight) -> lines.add(name + "\t" + weight));
    topics.forEach((slug, weight) -> lines.add(TOPIC + slug + "\t" + weight));
    return lines;
  }

  /// Millionths.
  long of(PostFeature.View post) {
    long sum = 0;
    for (PostFeature feature : PostFeature.values()) {
      sum += (long) features.getOrDefault(feature.name(), 0) * feature.of(post) / 1000;
    }
    return sum;
  }

  /// Millionths; each topic by its confidence.
  long of(List<TopicShare> shares) {
    if (shares.isEmpty()) {
      return topics.getOrDefault(NONE, 0);
    }
    long sum = 0;
    for (TopicShare share : shares) {
      sum += topics.getOrDefault(share.topic(), 0) * share.confidence().micros() / 1_000_000;
    }
    return sum;
  }
}
