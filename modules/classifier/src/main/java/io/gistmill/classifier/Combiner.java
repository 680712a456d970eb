package io.gistmill.classifier;

import io.gistmill.domain.Evidence;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Tag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;

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

  private static final BinaryOperator<Tag> STRONGER = BinaryOperator.minBy(STRONGEST);

  private final Thresholds thresholds;
  private final Map<String, Set<String>> deciding;

  /// @param threshold the least confidence of a topic
  /// @param deciding the topics of each deciding classifier, by its id
  Combiner(Fixed threshold, Map<String, ? extends Set<String>> deciding) {
    this(Thresholds.general(threshold), deciding);
  }

  /// @param deciding the topics of each deciding classifier, by its id
  Combiner(Thresholds thresholds, Map<String, ? extends Set<String>> deciding) {
    this.thresholds = thresholds;
    this.deciding =
        deciding.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, each -> Set.copyOf(each.getValue())));
  }

  List<Tag> combine(List<Outcome> outcomes) {
    Set<String> decided = decided(outcomes);
    var best = new TreeMap<String, Tag>();
    var others = new HashMap<String, List<Tag>>();
    for (Outcome outcome : outcomes) {
      for (Tag tag : tags(outcome)) {
        boolean isDecided = decided.contains(tag.topic());
        if (isDecided && !deciding.containsKey(tag.classifier())) {
          others.computeIfAbsent(tag.topic(), topic -> new ArrayList<>()).add(tag);
        } else if (thresholds.admit(tag.topic(), tag.confidence(), isDecided)) {
          best.merge(tag.topic(), tag, STRONGER);
        }
      }
    }
    return best.values().stream()
        .map(tag -> joined(tag, others.getOrDefault(tag.topic(), List.of())))
        .sorted(STRONGEST)
        .toList();
  }

  private static List<Tag> tags(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Tagged tagged -> tagged.tags();
      case Outcome.Failed _ -> List.of();
    };
  }

  /// The topics of all deciding classifiers that have answered.
  private Set<String> decided(List<Outcome> outcomes) {
    Set<String> decided = Set.of();
    for (Outcome outcome : outcomes) {
      Set<String> topics = deciding.get(outcome.classifier());
      if (topics != null && outcome instanceof Outcome.Tagged) {
        decided = decided.isEmpty() ? topics : both(decided, topics);
      }
    }
    return decided;
  }

  private static Set<String> both(Set<String> some, Set<String> more) {
    var all = new HashSet<>(some);
    all.addAll(more);
    return all;
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
