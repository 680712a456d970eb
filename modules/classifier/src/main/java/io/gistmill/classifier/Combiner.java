package io.gistmill.classifier;

import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Tag;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/// Makes one list of topics out of what several classifiers said: the most confident tag of each
/// topic, if it is confident enough.
final class Combiner {

  /// Strongest first; ties by topic, then by classifier, so that no order depends on chance.
  static final Comparator<Tag> STRONGEST =
      Comparator.comparing(Tag::confidence)
          .reversed()
          .thenComparing(Tag::topic)
          .thenComparing(Tag::classifier);

  private final Fixed threshold;

  Combiner(Fixed threshold) {
    this.threshold = threshold;
  }

  List<Tag> combine(List<Outcome> outcomes) {
    var best = new TreeMap<String, Tag>();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Tagged tagged) {
        tagged.tags().forEach(tag -> best.merge(tag.topic(), tag, BinaryOperator.minBy(STRONGEST)));
      }
    }
    return best.values().stream()
        .filter(tag -> tag.confidence().compareTo(threshold) >= 0)
        .sorted(STRONGEST)
        .toList();
  }
}
