package io.gistmill.launcher.evaluate;

import io.gistmill.domain.Fixed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// All that was measured; the order of the components is the order of the fields in JSON.
///
/// @param subject what was measured on what, for people
/// @param posts how many
/// @param readers how many readers each post has
/// @param summary against each reader, as the mean
/// @param agreement of the readers with one another, as the mean of all pairs both ways; null for
///   one reader
/// @param reliability of all topics whose confidence is known
/// @param topics by slug
/// @param confusions the most frequent first
/// @param wrong given though no reader did, the most confident first
/// @param missed given by every reader alone, the least confident first
/// @param curve rising; empty unless asked for
public record Evaluation(
    String subject,
    int posts,
    int readers,
    Summary summary,
    @Nullable Summary agreement,
    Reliability reliability,
    List<TopicScore> topics,
    List<Confusion> confusions,
    List<Mistake> wrong,
    List<Mistake> missed,
    List<CurvePoint> curve) {

  public Evaluation {
    topics = List.copyOf(topics);
    confusions = List.copyOf(confusions);
    wrong = List.copyOf(wrong);
    missed = List.copyOf(missed);
    curve = List.copyOf(curve);
  }

  /// How good a model is that learnt from some of the examples.
  public record CurvePoint(int examples, Fixed f1, Fixed macroF1) {}

  /// @param posts at least one
  static Evaluation of(String subject, List<Judged> posts) {
    int readers = posts.getFirst().readers().size();
    List<Set<String>> given = posts.stream().<Set<String>>map(Judged::topics).toList();
    List<Comparison> comparisons =
        IntStream.range(0, readers)
            .mapToObj(reader -> Comparison.of(given, by(reader, posts)))
            .toList();
    SortedSet<String> topics = new TreeSet<>();
    comparisons.forEach(comparison -> topics.addAll(comparison.topics().keySet()));
    return new Evaluation(
        subject,
        posts.size(),
        readers,
        Summary.of(comparisons),
        agreement(posts, readers),
        reliability(posts),
        topics.stream().map(topic -> TopicScore.of(topic, comparisons, posts)).toList(),
        Confusion.of(posts),
        Mistake.wrong(posts),
        Mistake.missed(posts),
        List.of());
  }

  Evaluation with(List<CurvePoint> points) {
    return new Evaluation(
        subject,
        posts,
        readers,
        summary,
        agreement,
        reliability,
        topics,
        confusions,
        wrong,
        missed,
        points);
  }

  private static @Nullable Summary agreement(List<Judged> posts, int readers) {
    var pairs = new ArrayList<Comparison>();
    for (int one = 0; one < readers; one++) {
      for (int other = 0; other < readers; other++) {
        if (one != other) {
          pairs.add(Comparison.of(by(one, posts), by(other, posts)));
        }
      }
    }
    return pairs.isEmpty() ? null : Summary.of(pairs);
  }

  private static List<SortedSet<String>> by(int reader, List<Judged> posts) {
    return posts.stream().map(post -> post.readers().get(reader)).toList();
  }

  private static Reliability reliability(List<Judged> posts) {
    SortedSet<String> topics = new TreeSet<>();
    posts.forEach(post -> topics.addAll(post.confidences().keySet()));
    return Reliability.of(
        topics.stream().flatMap(topic -> TopicScore.claims(topic, posts).stream()).toList());
  }
}
