package io.gistmill.digest.desk;

import io.gistmill.digest.desk.DeskTables.Mentions;
import io.gistmill.domain.Fingerprint;
import io.gistmill.domain.Name;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds posts that name the same.
///
/// A round-up is about no thing in particular and is filed nowhere. Any other post is filed under
/// its eight most telling names; a name keeps its eight newest posts, and how many it has within
/// the HORIZON. Whatever the number of posts, one look-up reads nine rows.
final class NameIndex {

  static final int NAMES_PER_POST = 8;
  static final int POSTS_PER_NAME = 8;
  static final int CANDIDATES = 6;

  private static final int SUBJECTS_OF_A_ROUND_UP = 7;

  /// Only what no more than one post in ninety names is counted: a post on one thing may well name
  /// several that everybody knows.
  private static final int LEAST_OF_A_ROUND_UP = 13;

  /// The row that counts all posts; no name is empty.
  private static final String ALL = "";

  /// Names of everyday use lead nowhere.
  private static final int LEAST_WEIGHT = 8;

  /// What two posts must have in common to be compared: names that together are no more frequent
  /// than one post in a hundred and thirty.
  static final int LEAST_SHARED = 14;

  /// One of them no more frequent than one post in thirty.
  static final int LEAST_RARE = 10;

  /// Posts that are taken to have been there before the first: else the first post of a new desk
  /// that names something would make it frequent.
  private static final int BEFORE = 1000;

  private final DeskTables tables;

  NameIndex(DeskTables tables) {
    this.tables = tables;
  }

  /// The rows of one post's names as they stand; read once for all that is done with a post.
  ///
  /// @param posts how many there are within the HORIZON
  record Lookup(int posts, SortedMap<String, Mentions> rows) {

    /// The weight of a name, as the posts within the HORIZON have it: in half bits, at most that
    /// which the name had where it was found.
    int weight(Name name) {
      Mentions row = rows.get(name.name());
      if (row == null) {
        return name.weight();
      }
      double rarity = (posts + BEFORE) / (row.posts() + 0.5);
      double halfBits = 2 * StrictMath.log(rarity) / StrictMath.log(2);
      return Math.clamp(Math.round(halfBits), 1, name.weight());
    }
  }

  Lookup lookUp(Fingerprint fingerprint) {
    SortedMap<String, Mentions> rows = new TreeMap<>();
    for (Name name : filed(fingerprint)) {
      Mentions row = tables.names().get(name.name());
      rows.put(name.name(), row == null ? new Mentions(0, List.of()) : row);
    }
    Mentions all = tables.names().get(ALL);
    return new Lookup(all == null ? 0 : all.posts(), rows);
  }

  /// Ids of the posts that share the most telling names, best first.
  List<String> candidates(Fingerprint fingerprint, Lookup lookup) {
    SortedMap<String, Integer> weights = new TreeMap<>();
    SortedSet<String> rare = new TreeSet<>();
    for (Name name : filed(fingerprint)) {
      Mentions row = lookup.rows().get(name.name());
      if (row != null) {
        int weight = lookup.weight(name);
        row.newest().forEach(post -> weights.merge(post, weight, Integer::sum));
        if (weight >= LEAST_RARE) {
          rare.addAll(row.newest());
        }
      }
    }
    return weights.entrySet().stream()
        .filter(entry -> entry.getValue() >= LEAST_SHARED && rare.contains(entry.getKey()))
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(CANDIDATES)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// @param lookup of the post's own names
  void add(String post, Lookup lookup) {
    lookup
        .rows()
        .forEach(
            (name, before) -> {
              List<String> newest = new ArrayList<>(before.newest());
              newest.add(post);
              int dropped = Math.max(0, newest.size() - POSTS_PER_NAME);
              put(name, before.posts() + 1, newest.subList(dropped, newest.size()));
            });
    put(ALL, lookup.posts() + 1, List.of());
  }

  void remove(String post, Fingerprint fingerprint) {
    for (Name name : filed(fingerprint)) {
      Mentions row = tables.names().get(name.name());
      if (row != null) {
        List<String> left = row.newest().stream().filter(id -> !id.equals(post)).toList();
        put(name.name(), row.posts() - 1, left);
      }
    }
    Mentions all = tables.names().get(ALL);
    if (all != null) {
      put(ALL, all.posts() - 1, List.of());
    }
  }

  private void put(String name, int posts, List<String> newest) {
    if (posts <= 0) {
      tables.names().delete(name);
    } else {
      tables.names().put(name, new Mentions(posts, newest));
    }
  }

  private static List<Name> filed(Fingerprint fingerprint) {
    return isRoundUp(fingerprint) ? List.of() : mostTelling(fingerprint);
  }

  /// Whether a post is about so many things that it is about none of them in particular.
  static boolean isRoundUp(Fingerprint fingerprint) {
    return fingerprint.names().stream()
            .filter(name -> name.subject() && name.weight() >= LEAST_OF_A_ROUND_UP)
            .filter(name -> name.name().indexOf('/') < 0 && NameOverlap.isThing(name))
            .count()
        >= SUBJECTS_OF_A_ROUND_UP;
  }

  private static List<Name> mostTelling(Fingerprint fingerprint) {
    return fingerprint.names().stream()
        .filter(name -> name.weight() >= LEAST_WEIGHT)
        .limit(NAMES_PER_POST)
        .toList();
  }
}
