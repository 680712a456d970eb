package io.gistmill.launcher.evaluate;

import io.gistmill.domain.Fixed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// One topic was given wrongly where another one was missed.
///
/// @param posts how many, as the mean over readers
public record Confusion(String given, String missed, Fixed posts) {

  private static final Comparator<Confusion> MOST_FREQUENT =
      Comparator.comparing(Confusion::posts)
          .reversed()
          .thenComparing(Confusion::given)
          .thenComparing(Confusion::missed);

  /// All pairs, the most frequent first.
  static List<Confusion> of(List<Judged> posts) {
    var counts = new TreeMap<String, Map<String, Double>>();
    for (Judged post : posts) {
      for (SortedSet<String> reader : post.readers()) {
        var wrong = new TreeSet<>(post.topics());
        wrong.removeAll(reader);
        var missed = new TreeSet<>(reader);
        missed.removeAll(post.topics());
        for (String topic : wrong) {
          var row = counts.computeIfAbsent(topic, given -> new TreeMap<>());
          missed.forEach(other -> row.merge(other, 1.0 / post.readers().size(), Double::sum));
        }
      }
    }
    var confusions = new ArrayList<Confusion>();
    counts.forEach(
        (given, row) ->
            row.forEach(
                (missed, count) -> confusions.add(new Confusion(given, missed, Fixed.of(count)))));
    confusions.sort(MOST_FREQUENT);
    return List.copyOf(confusions);
  }
}
