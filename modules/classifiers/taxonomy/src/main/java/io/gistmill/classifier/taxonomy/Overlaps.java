package io.gistmill.classifier.taxonomy;

import io.gistmill.classifier.taxonomy.TermIndex.Hit;
import java.util.ArrayList;
import java.util.List;

/// Leaves each place of a text to one term a topic: the leftmost, and of those the longest.
///
/// So a term inside a longer one of its topic counts once, and a term inside a longer negative one
/// does not count.
final class Overlaps {

  private Overlaps() {}

  /// @return by topic and place
  static List<Hit> resolve(List<Hit> hits) {
    var kept = new ArrayList<Hit>();
    int topic = -1;
    int end = 0;
    var sorted = new ArrayList<>(hits);
    sorted.sort(Overlaps::leftmostLongest);
    for (Hit hit : sorted) {
      if (hit.sense().topic() != topic || hit.start() >= end) {
        kept.add(hit);
        topic = hit.sense().topic();
        end = hit.end();
      }
    }
    return kept;
  }

  /// By topic first.
  private static int leftmostLongest(Hit a, Hit b) {
    int byTopic = Integer.compare(a.sense().topic(), b.sense().topic());
    int byStart = byTopic == 0 ? Integer.compare(a.start(), b.start()) : byTopic;
    int byEnd = byStart == 0 ? Integer.compare(b.end(), a.end()) : byStart;
    return byEnd == 0 ? Integer.compare(a.sense().id(), b.sense().id()) : byEnd;
  }
}
