package io.gistmill.classifier.taxonomy;

import io.gistmill.classifier.taxonomy.TermIndex.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Leaves each place of a text to one term a topic: the leftmost, and of those the longest.
///
/// So a term inside a longer one of its topic counts once, and a term inside a longer negative one
/// does not count.
final class Overlaps {

  private static final Comparator<Hit> LEFTMOST_LONGEST =
      Comparator.comparingInt((Hit hit) -> hit.sense().topic())
          .thenComparingInt(Hit::start)
          .thenComparing(Comparator.comparingInt(Hit::end).reversed())
          .thenComparingInt(hit -> hit.sense().id());

  private Overlaps() {}

  /// @return by topic and place
  static List<Hit> resolve(List<Hit> hits) {
    var kept = new ArrayList<Hit>();
    int topic = -1;
    int end = 0;
    for (Hit hit : hits.stream().sorted(LEFTMOST_LONGEST).toList()) {
      if (hit.sense().topic() != topic || hit.start() >= end) {
        kept.add(hit);
        topic = hit.sense().topic();
        end = hit.end();
      }
    }
    return kept;
  }
}
