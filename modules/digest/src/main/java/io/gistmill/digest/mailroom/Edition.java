package io.gistmill.digest.mailroom;

import io.gistmill.digest.editorial.Issue;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Stories of one window, best first, shared by all who read them.
final class Edition {

  private static final int MOST_ISSUES = 64;

  private final List<RankedStory> stories;
  private final Map<String, BitSet> byTopic = new TreeMap<>();
  private final Map<String, Integer> places = new HashMap<>();
  private final Recent<IssueKey, Issue> issues = new Recent<>(MOST_ISSUES);

  /// @param stories best first
  Edition(List<RankedStory> stories) {
    this.stories = stories;
  }

  /// Best first.
  List<RankedStory> stories() {
    return stories;
  }

  /// The places of the stories that have a topic; not to be changed.
  BitSet about(String topic) {
    return byTopic.computeIfAbsent(topic, this::find);
  }

  /// Where a story stands, or -1.
  int placeOf(String story) {
    if (places.isEmpty()) {
      for (RankedStory ranked : stories) {
        places.put(ranked.id(), places.size());
      }
    }
    return places.getOrDefault(story, -1);
  }

  /// What readers get of these stories, worked out once for all who may get the same and were shown
  /// the same.
  Issue issue(IssueKey key, Function<IssueKey, Issue> make) {
    return issues.get(key, make);
  }

  /// @param places of the stories that they may get
  /// @param shown hash of the keys of what they were shown before
  /// @param most how many stories they get
  record IssueKey(BitSet places, String shown, int most, boolean balanced) {}

  private BitSet find(String topic) {
    var places = new BitSet(stories.size());
    for (int place = 0; place < stories.size(); place++) {
      places.set(place, stories.get(place).topics().contains(topic));
    }
    return places;
  }
}
