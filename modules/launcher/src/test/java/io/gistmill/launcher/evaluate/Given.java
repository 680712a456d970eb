package io.gistmill.launcher.evaluate;

import io.gistmill.domain.Fixed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Posts that were judged.
final class Given {

  private Given() {}

  /// A post that was given topics with falling confidences: 0.9, 0.8 and so on.
  @SafeVarargs
  static Judged post(String id, List<String> topics, Set<String>... readers) {
    var given = new ArrayList<Judged.Given>();
    var confidences = new TreeMap<String, Fixed>();
    for (String topic : topics) {
      Fixed confidence = Fixed.of(0.9 - 0.1 * given.size());
      given.add(new Judged.Given(topic, confidence, List.of("word of " + topic)));
      confidences.put(topic, confidence);
    }
    var gold = new ArrayList<SortedSet<String>>();
    for (Set<String> reader : readers) {
      gold.add(new TreeSet<>(reader));
    }
    return new Judged(id, "text of " + id, given, confidences, gold);
  }
}
