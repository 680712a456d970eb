package io.gistmill.digest.mailroom;

import java.util.BitSet;
import java.util.Iterator;
import java.util.stream.Stream;

/// What one subscriber may get of a window: the stories that the selection leaves, best first.
///
/// @param places of the stories of the edition that are chosen
record Choice(Edition edition, BitSet places) implements Iterable<RankedStory> {

  /// How many there are.
  int size() {
    return places.cardinality();
  }

  boolean isEmpty() {
    return places.isEmpty();
  }

  /// Looks at each story only when it is asked for.
  Stream<RankedStory> stories() {
    return places.stream().mapToObj(edition.stories()::get);
  }

  @Override
  public Iterator<RankedStory> iterator() {
    return stories().iterator();
  }
}
