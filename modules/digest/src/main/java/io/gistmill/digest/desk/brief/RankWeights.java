package io.gistmill.digest.desk.brief;

import io.gistmill.domain.StoryPost.TopicShare;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
    try (InputStream file = RankWeights.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is missing from the jar");
      }
      var reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8));
      for (String line : reader.lines().toList()) {
        String name = line.substring(0, line.indexOf('\t'));
        int weight = Integer.parseInt(line.substring(name.length() + 1));
        if (name.startsWith(TOPIC)) {
          topics.put(name.substring(TOPIC.length()), weight);
        } else {
          features.put(name, weight);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
