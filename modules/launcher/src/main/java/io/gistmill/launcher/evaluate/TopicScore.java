package io.gistmill.launcher.evaluate;

import io.gistmill.domain.Fixed;
import java.util.List;

/// How good one topic is; counts are means over readers.
///
/// @param right given, and rightly
/// @param wrong given, but wrongly
/// @param missed not given, but should have been
/// @param reliability of all posts whose confidence is known for the topic
public record TopicScore(
    String topic,
    Fixed right,
    Fixed wrong,
    Fixed missed,
    Fixed precision,
    Fixed recall,
    Fixed f1,
    Reliability reliability) {

  static TopicScore of(String topic, List<Comparison> comparisons, List<Judged> posts) {
    Counts counts =
        Counts.mean(
            comparisons.stream()
                .map(one -> one.topics().getOrDefault(topic, Counts.NONE))
                .toList());
    return new TopicScore(
        topic,
        Fixed.of(counts.right()),
        Fixed.of(counts.wrong()),
        Fixed.of(counts.missed()),
        counts.precision(),
        counts.recall(),
        counts.f1(),
        Reliability.of(claims(topic, posts)));
  }

  static List<Reliability.Claim> claims(String topic, List<Judged> posts) {
    return posts.stream()
        .filter(post -> post.confidences().containsKey(topic))
        .map(
            post ->
                new Reliability.Claim(
                    post.confidences().getOrDefault(topic, Fixed.ZERO), post.share(topic)))
        .toList();
  }
}
