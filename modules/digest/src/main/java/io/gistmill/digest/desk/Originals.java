package io.gistmill.digest.desk;

import io.gistmill.digest.desk.DeskTables.KnownPost;
import io.gistmill.domain.StoryPost;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the post whose text a new one passes on, by the rule that makes a copy join its story.
final class Originals {

  private final DeskTables tables;

  Originals(DeskTables tables) {
    this.tables = tables;
  }

  /// The first of the row of copies that ends with the post, or null for a text of its own.
  @Nullable String of(Joining.Lookup lookup) {
    String nearest = null;
    double most = 0;
    var near = new TreeSet<String>();
    lookup.near().bands().values().stream().flatMap(Collection::stream).forEach(near::add);
    for (String id : near) {
      double copied = copied(lookup, id);
      if (copied > most) {
        most = copied;
        nearest = id;
      }
    }
    return nearest == null ? null : firstOfRow(nearest);
  }

  /// How much of a known text the post passes on; zero where it is no copy.
  private double copied(Joining.Lookup lookup, String id) {
    KnownPost known = tables.posts().get(id);
    if (known == null || Folding.isForgotten(known, lookup.post().bucket())) {
      return 0;
    }
    Map<Feature, Double> values = lookup.compareWith(known);
    return Joining.isCopy(values) ? values.getOrDefault(Feature.COPIED, 0.0) : 0;
  }

  private String firstOfRow(String id) {
    StoryPost told = tables.told().get(id);
    String first = told == null ? null : told.repeats();
    return first == null ? id : first;
  }
}
