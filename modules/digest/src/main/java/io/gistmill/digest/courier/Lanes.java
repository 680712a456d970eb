package io.gistmill.digest.courier;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Who may go next: one lane for each destination, served in turn, so that no destination holds up
/// another.
///
/// A lane begins with one at a time and widens with every answer. Where a destination is in
/// trouble, its lane rests, longer each time, and then is tried with one alone. So a destination
/// that hangs costs one place, and all others share the rest.
///
/// Safe for all threads.
///
/// @param <J> what goes; told by the callback, outside of all locks
final class Lanes<J> {

  private static final Duration FIRST_REST = Duration.ofSeconds(5);
  private static final Duration LONGEST_REST = Duration.ofMinutes(5);

  /// What one receiver asks for must not hold up all others at its host for a day. Its own message
  /// waits as long as it asked.
  private static final Duration LONGEST_ASKED = Duration.ofMinutes(15);

  private final int most;
  private final int widest;
  private final Consumer<J> go;
  private final Map<String, Lane<J>> lanes = new HashMap<>();

  /// Lanes that could be served, next one first.
  private final Deque<Lane<J>> ready = new ArrayDeque<>();

  private final NavigableSet<Lane<J>> resting =
      new TreeSet<>(
          Comparator.comparing((Lane<J> lane) -> lane.restUntil).thenComparing(lane -> lane.name));

  private int onTheirWay;

  private static final class Lane<J> {
    private final String name;
    private final Deque<J> jobs = new ArrayDeque<>();
    private int width = 1;
    private int onTheirWay;
    private int failures;
    private boolean listed;
    private Instant restUntil = Instant.MIN;

    Lane(String name) {
      this.name = name;
    }
  }

  /// @param most of all destinations together, at once
  /// @param widest of one destination, at once
  /// @param go called with each whose turn it is
  Lanes(int most, int widest, Consumer<J> go) {
    this.most = most;
    this.widest = widest;
    this.go = go;
  }

  /// Puts one at the end of its destination's lane.
  void offer(String destination, J job) {
    synchronized (this) {
      Lane<J> lane = lanes.computeIfAbsent(destination, Lane::new);
      lane.jobs.add(job);
      list(lane);
    }
  }

  private void list(Lane<J> lane) {
    if (!lane.listed && !lane.jobs.isEmpty() && lane.onTheirWay < lane.width) {
      lane.listed = true;
      ready.add(lane);
    }
  }

  /// Lets go whose turn it is.
  void serve(Instant now) {
    next(now).forEach(go);
  }

  private synchronized List<J> next(Instant now) {
    wake(now);
    var chosen = new ArrayList<J>();
    while (onTheirWay < most && !ready.isEmpty()) {
      Lane<J> lane = ready.removeFirst();
      lane.listed = false;
      if (lane.jobs.isEmpty()) {
        continue;
      }
      if (lane.restUntil.isAfter(now)) {
        lane.listed = true;
        resting.add(lane);
        continue;
      }
      chosen.add(lane.jobs.removeFirst());
      lane.onTheirWay++;
      onTheirWay++;
      list(lane);
    }
    return chosen;
  }

  private void wake(Instant now) {
    while (!resting.isEmpty() && !resting.first().restUntil.isAfter(now)) {
      Lane<J> lane = resting.removeFirst();
      lane.listed = false;
      list(lane);
    }
  }

  /// One has come back without having met its destination.
  void returned(String destination) {
    synchronized (this) {
      leave(lane(destination));
    }
  }

  /// One has come back, and its destination answered.
  void answered(String destination) {
    synchronized (this) {
      Lane<J> lane = lane(destination);
      lane.failures = 0;
      lane.width = Math.min(widest, lane.width + 1);
      leave(lane);
    }
  }

  /// One has come back, and whether its destination is in trouble cannot be told.
  void doubtful(String destination) {
    synchronized (this) {
      Lane<J> lane = lane(destination);
      lane.width = 1;
      leave(lane);
    }
  }

  /// One has come back, and its destination is in trouble.
  ///
  /// @param asked how long it wants to be left alone; null where it does not say
  void troubled(String destination, @Nullable Duration asked, Instant now) {
    synchronized (this) {
      Lane<J> lane = lane(destination);
      lane.width = 1;
      // Those that were on their way together tell of one trouble.
      if (!lane.restUntil.isAfter(now)) {
        if (resting.remove(lane)) {
          lane.listed = false;
        }
        Duration rest = rest(lane.failures);
        lane.failures++;
        lane.restUntil =
            now.plus(asked == null ? rest : longer(rest, shorter(asked, LONGEST_ASKED)));
      }
      leave(lane);
    }
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? other : one;
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  static Duration rest(int failures) {
    Duration grown = FIRST_REST.multipliedBy(1L << Math.min(failures, 10));
    return grown.compareTo(LONGEST_REST) < 0 ? grown : LONGEST_REST;
  }

  private Lane<J> lane(String destination) {
    return lanes.computeIfAbsent(destination, Lane::new);
  }

  private void leave(Lane<J> lane) {
    lane.onTheirWay--;
    onTheirWay--;
    list(lane);
    boolean isFresh = lane.failures == 0 && lane.width == 1;
    if (lane.jobs.isEmpty() && lane.onTheirWay == 0 && !lane.listed && isFresh) {
      lanes.remove(lane.name);
    }
  }

  /// Takes out what has not gone yet.
  synchronized void remove(Predicate<J> which) {
    lanes.values().forEach(lane -> lane.jobs.removeIf(which));
  }

  /// How many wait for their turn.
  synchronized int waiting() {
    return lanes.values().stream().mapToInt(lane -> lane.jobs.size()).sum();
  }
}
