package io.gistmill.digest.editorial;

import io.gistmill.domain.Fixed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Keeps one author and one topic from filling the places that everybody reads.
///
/// Greedy, place by place, in the manner of maximal marginal relevance (Carbonell and Goldstein,
/// "The use of MMR, diversity-based reranking for reordering documents and producing summaries",
/// SIGIR 1998), with bounds in the place of a similarity: of the first ten stories no more than two
/// are led by one author, unless there is no other; and a story of a topic that leads four already
/// gives way to the next one of another topic that is worth almost as much. Behind these places
/// order is by score alone.
final class Balance {

  static final int PLACES = 10;
  static final int BY_ONE_AUTHOR = 2;
  static final int OF_ONE_TOPIC = 4;

  /// How much less a story may be worth that goes before one of a full topic.
  static final long ALMOST = Fixed.of(0.05).micros();

  private final List<Story> left;
  private final List<Story> placed = new ArrayList<>();
  private final Map<String, Integer> authors = new TreeMap<>();
  private final Map<String, Integer> topics = new TreeMap<>();

  private Balance(List<Story> ranked) {
    left = new ArrayList<>(ranked);
  }

  /// @param ranked best first
  /// @return the same stories; each knows how far it moved
  static List<Story> of(List<Story> ranked) {
    return of(ranked, ranked.size());
  }

  /// @param pool how many of the first stories may come into the balanced places
  static List<Story> of(List<Story> ranked, int pool) {
    int from = Math.min(pool, ranked.size());
    var balance = new Balance(ranked.subList(0, from));
    int places = Math.min(PLACES, ranked.size());
    while (balance.placed.size() < places) {
      balance.place(balance.choose());
    }
    balance.placed.addAll(balance.left);
    balance.placed.addAll(ranked.subList(from, ranked.size()));
    return moved(ranked, balance.placed);
  }

  private void place(int index) {
    Story story = left.remove(index);
    placed.add(story);
    count(authors, story.lead().author());
    topic(story).forEach(topic -> count(topics, topic));
  }

  private int choose() {
    int first = nextAllowed(0);
    if (first < 0) {
      return 0;
    }
    long least = left.get(first).score().micros() - ALMOST;
    for (int i = first; i >= 0 && left.get(i).score().micros() >= least; i = nextAllowed(i + 1)) {
      if (!fillsTopic(left.get(i))) {
        return i;
      }
    }
    return first;
  }

  /// The next story whose author may still lead one, or -1.
  private int nextAllowed(int from) {
    for (int i = from; i < left.size(); i++) {
      String author = left.get(i).lead().author();
      if (author.isEmpty() || authors.getOrDefault(author, 0) < BY_ONE_AUTHOR) {
        return i;
      }
    }
    return -1;
  }

  private boolean fillsTopic(Story story) {
    return topic(story).stream().anyMatch(topic -> topics.getOrDefault(topic, 0) >= OF_ONE_TOPIC);
  }

  /// The lead's strongest topic, if it has one.
  private static List<String> topic(Story story) {
    return story.lead().topics().stream()
        .limit(1)
        .filter(topic -> !topic.equals(NewsPost.OTHER))
        .toList();
  }

  private static void count(Map<String, Integer> counts, String name) {
    counts.merge(name, 1, Integer::sum);
  }

  private static List<Story> moved(List<Story> before, List<Story> after) {
    var places = new TreeMap<String, Integer>();
    before.forEach(story -> places.put(story.id(), places.size()));
    var moved = new ArrayList<Story>();
    for (Story story : after) {
      int lifted = places.getOrDefault(story.id(), 0) - moved.size();
      moved.add(lifted == 0 ? story : story.moved(lifted));
    }
    return moved;
  }
}
