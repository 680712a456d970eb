package io.gistmill.digest.mailroom;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Stories of one window, best first, shared by all who read them.
final class Edition {

  private final List<RankedStory> stories;
  private final Map<String, BitSet> byTopic = new TreeMap<>();

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

  private BitSet find(String topic) {
    var places = new BitSet(stories.size());
    for (int place = 0; place < stories.size(); place++) {
      places.set(place, stories.get(place).topics().contains(topic));
    }
    return places;
  }
}
