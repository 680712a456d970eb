package io.gistmill.classifier;

import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/// Makes one list of topics out of what several classifiers said.
///
/// 1. The most confident tag of each topic counts, if it is confident enough.
/// 2. Of a topic that a deciding classifier knows, only what such a one said counts, however
///    confident, unless all of them failed. The evidence of others follows its own.
/// 3. A topic with a threshold of its own is held against it, whoever gives it.
final class Combiner {

  /// Strongest first; ties by topic, then by classifier, so that no order depends on chance.
  static final Comparator<Tag> STRONGEST =
      Comparator.comparing(Tag::confidence)
          .reversed()
          .thenComparing(Tag::topic)
          .thenComparing(Tag::classifier);

  private final Thresholds thresholds;
  private final Map<String, ? extends Set<String>> deciding;

  /// @param threshold the least confidence of a topic
  /// @param deciding the topics of each deciding classifier, by its id
  Combiner(Fixed threshold, Map<String, ? extends Set<String>> deciding) {
    this(Thresholds.general(threshold), deciding);
  }

  /// @param deciding the topics of each deciding classifier, by its id
  Combiner(Thresholds thresholds, Map<String, ? extends Set<String>> deciding) {
    this.thresholds = thresholds;
    this.deciding = Map.copyOf(deciding);
  }

  List<Tag> combine(List<Outcome> outcomes) {
    Set<String> decided = decided(outcomes);
    var best = new TreeMap<String, Tag>();
    var others = new HashMap<String, List<Tag>>();
    for (Tag tag : tags(outcomes)) {
      if (decided.contains(tag.topic()) && !deciding.containsKey(tag.classifier())) {
        others.computeIfAbsent(tag.topic(), topic -> new ArrayList<>()).add(tag);
      } else if (thresholds.admit(tag.topic(), tag.confidence(), decided.contains(tag.topic()))) {
        best.merge(tag.topic(), tag, BinaryOperator.minBy(STRONGEST));
      }
    }
    return best.values().stream()
        .map(tag -> joined(tag, others.getOrDefault(tag.topic(), List.of())))
        .sorted(STRONGEST)
        .toList();
  }

  private static List<Tag> tags(List<Outcome> outcomes) {
    return outcomes.stream()
        .flatMap(
            outcome ->
                switch (outcome) {
                  case Outcome.Tagged tagged -> tagged.tags().stream();
                  case Outcome.Failed ignored -> Stream.empty();
                })
        .toList();
  }

  /// The topics of all deciding classifiers that have answered.
  private Set<String> decided(List<Outcome> outcomes) {
    Set<String> decided = new TreeSet<>();
    for (Outcome outcome : outcomes) {
      Set<String> topics = deciding.get(outcome.classifier());
      if (topics != null && outcome instanceof Outcome.Tagged) {
        decided.addAll(topics);
      }
    }
    return decided;
  }

  private static Tag joined(Tag tag, List<Tag> others) {
    if (others.isEmpty()) {
      return tag;
    }
    Set<Evidence> evidence = new LinkedHashSet<>(tag.evidence());
    others.stream().sorted(STRONGEST).forEach(other -> evidence.addAll(other.evidence()));
    return new Tag(tag.topic(), tag.confidence(), tag.classifier(), List.copyOf(evidence));
  }
}
