package io.gistmill.digest.mailroom;

import io.gistmill.digest.editorial.RankedStories;
import io.gistmill.digest.editorial.Story;
import java.util.BitSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What one subscriber may get of a window: the stories that the selection leaves, best first.
///
/// @param places of the stories of the edition that are chosen
record Choice(Edition edition, BitSet places) implements RankedStories {

  @Override
  public int size() {
    return places.cardinality();
  }

  @Override
  public Stream<Story> stories() {
    return places.stream().mapToObj(place -> edition.stories().get(place).story());
  }

  @Override
  public @Nullable Story find(String id) {
    int place = edition.placeOf(id);
    return place >= 0 && places.get(place) ? edition.stories().get(place).story() : null;
  }
}
