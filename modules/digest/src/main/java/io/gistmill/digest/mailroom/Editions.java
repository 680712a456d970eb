package io.gistmill.digest.mailroom;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// The editions of one window that were asked for last.
final class Editions {

  /// In stories, of all editions together.
  private static final int MOST_STORIES = 200_000;

  private final Map<PostRules, Edition> held = new LinkedHashMap<>(16, 0.75f, true);
  private int weight;

  Edition get(PostRules rules, Function<PostRules, Edition> make) {
    Edition known = held.get(rules);
    if (known == null) {
      known = make.apply(rules);
      hold(rules, known);
    }
    return known;
  }

  private void hold(PostRules rules, Edition edition) {
    held.put(rules, edition);
    weight += weight(edition);
    var oldestFirst = held.values().iterator();
    while (weight > MOST_STORIES && held.size() > 1) {
      weight -= weight(oldestFirst.next());
      oldestFirst.remove();
    }
  }

  private static int weight(Edition edition) {
    return edition.stories().size() + 1;
  }
}
