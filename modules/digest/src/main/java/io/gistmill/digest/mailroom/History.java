package io.gistmill.digest.mailroom;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// The digests of a subscription that a further one builds on, oldest first.
record History(List<Past> digests) {

  static final Comparator<Past> OLDEST_FIRST =
      Comparator.comparing(Past::cut).thenComparing(past -> past.issued().page());

  static final History NONE = new History(List.of());

  /// @param cut of the digest
  record Past(Instant cut, Issued issued) {

    Window window() {
      return new Window(issued.from(), cut);
    }
  }

  History {
    digests = List.copyOf(digests);
  }

  List<String> pages() {
    return digests.stream().map(past -> past.issued().page()).toList();
  }
}
