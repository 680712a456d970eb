package io.gistmill.benchmarks.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// The last few things that were put in.
final class Recent<T> {

  private final int capacity;
  private final List<T> things = new ArrayList<>();
  private int next;

  Recent(int capacity) {
    this.capacity = capacity;
  }

  void add(T thing) {
    if (things.size() < capacity) {
      things.add(thing);
    } else {
      things.set(next, thing);
      next = (next + 1) % capacity;
    }
  }

  boolean isEmpty() {
    return things.isEmpty();
  }

  T pick(RandomGenerator random) {
    return things.get(random.nextInt(things.size()));
  }
}
