package io.gistmill.digest.desk;

import io.gistmill.digest.desk.DeskTables.Mentions;
import io.gistmill.domain.Fingerprint;
import io.gistmill.runtime.state.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Which posts have something, by what they have, and how many they are within the HORIZON: an
/// inverted index of which each list keeps its newest posts alone.
///
/// (Zobel and Moffat, "Inverted files for text search engines", 2006.) Whatever the number of
/// posts, one look-up reads a row for each key and one more.
final class Postings {

  static final int POSTS_PER_KEY = 8;

  /// The row that counts all posts; no key is empty.
  private static final String ALL = "";

  /// Posts that are taken to have been there before the first: else the first post of a new desk
  /// that has something would make it frequent.
  private static final int BEFORE = 1000;

  private final Table<Mentions> table;
  private final Function<Fingerprint, List<String>> keys;

  /// @param keys under which a post is filed, without repeats
  Postings(Table<Mentions> table, Function<Fingerprint, List<String>> keys) {
    this.table = table;
    this.keys = keys;
  }

  /// The rows of one post's keys as they stand; read once for all that is done with a post.
  ///
  /// @param posts how many there are within the HORIZON
  record Lookup(int posts, SortedMap<String, Mentions> rows) {

    /// How rare a key is among the posts within the HORIZON, in half bits.
    ///
    /// @param most what it weighs at most
    int weight(String key, int most) {
      Mentions row = rows.get(key);
      if (row == null) {
        return most;
      }
      double rarity = (posts + BEFORE) / (row.posts() + 0.5);
      double halfBits = 2 * StrictMath.log(rarity) / StrictMath.log(2);
      return Math.clamp(Math.round(halfBits), 1, most);
    }

    /// Ids of the newest posts that have a key.
    List<String> newest(String key) {
      Mentions row = rows.get(key);
      return row == null ? List.of() : row.newest();
    }
  }

  Lookup lookUp(Fingerprint fingerprint) {
    SortedMap<String, Mentions> rows = new TreeMap<>();
    for (String key : keys.apply(fingerprint)) {
      Mentions row = table.get(key);
      rows.put(key, row == null ? new Mentions(0, List.of()) : row);
    }
    Mentions all = table.get(ALL);
    return new Lookup(all == null ? 0 : all.posts(), rows);
  }

  /// Heaviest first.
  ///
  /// @param weights of posts, by id
  static List<String> heaviest(Map<String, Integer> weights, int most) {
    return weights.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  /// @param lookup of the post's own keys
  void add(String post, Lookup lookup) {
    lookup
        .rows()
        .forEach(
            (key, before) -> {
              List<String> newest = new ArrayList<>(before.newest());
              newest.add(post);
              int dropped = Math.max(0, newest.size() - POSTS_PER_KEY);
              put(key, before.posts() + 1, newest.subList(dropped, newest.size()));
            });
    put(ALL, lookup.posts() + 1, List.of());
  }

  void remove(String post, Fingerprint fingerprint) {
    for (String key : keys.apply(fingerprint)) {
      Mentions row = table.get(key);
      if (row != null) {
        List<String> left = row.newest().stream().filter(id -> !id.equals(post)).toList();
        put(key, row.posts() - 1, left);
      }
    }
    Mentions all = table.get(ALL);
    if (all != null) {
      put(ALL, all.posts() - 1, List.of());
    }
  }

  private void put(String key, int posts, List<String> newest) {
    if (posts <= 0) {
      table.delete(key);
    } else {
      table.put(key, new Mentions(posts, newest));
    }
  }
}
