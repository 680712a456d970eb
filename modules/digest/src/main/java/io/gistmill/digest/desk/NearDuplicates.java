package io.gistmill.digest.desk;

import io.gistmill.digest.desk.DeskTables.Band;
import io.gistmill.domain.Fingerprint;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Finds posts with nearly the same text.
///
/// Candidates agree in one band of four consecutive values of the signature; 16 bands find a pair
/// with resemblance 0.5 in two cases of three and one with 0.7 in 99 of 100 (banding: Leskovec,
/// Rajaraman, Ullman, "Mining of Massive Datasets", section 3.4). [Joining] takes a candidate for a
/// near-duplicate when half of all values agree, that is at an estimated Jaccard resemblance of
/// 0.5: room for a comment before or behind a text that was passed on, and none for two texts on
/// one subject.
///
/// A band keeps the eight newest posts: of a text that goes round a thousand times, eight witnesses
/// are enough, the newest belong to a story that still takes posts, and a band that much
/// boilerplate shares costs no more than any other.
final class NearDuplicates {

  static final int BANDS = 16;
  static final int ROWS = 4;
  static final int POSTS_PER_BAND = 8;

  private final DeskTables tables;

  NearDuplicates(DeskTables tables) {
    this.tables = tables;
  }

  /// The bands of one post's signature with the posts in them, as they stand; read once for all
  /// that is done with a post.
  record Lookup(SortedMap<String, List<String>> bands) {}

  Lookup lookUp(Fingerprint fingerprint) {
    SortedMap<String, List<String>> bands = new TreeMap<>();
    for (String key : bandsOf(fingerprint)) {
      Band band = tables.bands().get(key);
      bands.put(key, band == null ? List.of() : band.posts());
    }
    return new Lookup(bands);
  }

  /// @param lookup of the post's own signature
  void add(String post, Lookup lookup) {
    lookup
        .bands()
        .forEach(
            (key, before) -> {
              int dropped = Math.max(0, before.size() + 1 - POSTS_PER_BAND);
              List<String> posts = new ArrayList<>(before.subList(dropped, before.size()));
              posts.add(post);
              tables.bands().put(key, new Band(posts));
            });
  }

  void remove(String post, Fingerprint fingerprint) {
    for (String key : bandsOf(fingerprint)) {
      Band band = tables.bands().get(key);
      if (band != null && band.posts().contains(post)) {
        shrink(key, band.posts().stream().filter(id -> !id.equals(post)).toList());
      }
    }
  }

  /// The share of the values in which two signatures agree: an estimate of the Jaccard resemblance
  /// of the texts. Zero where one has no signature.
  static double resemblance(Fingerprint one, Fingerprint other) {
    int size = one.minHash().size();
    if (size == 0 || size != other.minHash().size()) {
      return 0;
    }
    int equal = 0;
    for (int i = 0; i < size; i++) {
      if (one.minHash().get(i).equals(other.minHash().get(i))) {
        equal++;
      }
    }
    return equal / (double) size;
  }

  private void shrink(String key, List<String> posts) {
    if (posts.isEmpty()) {
      tables.bands().delete(key);
    } else {
      tables.bands().put(key, new Band(posts));
    }
  }

  private static List<String> bandsOf(Fingerprint fingerprint) {
    List<String> keys = new ArrayList<>();
    List<Integer> values = fingerprint.minHash();
    for (int band = 0; band < BANDS && (band + 1) * ROWS <= values.size(); band++) {
      var key = new StringBuilder().append(band).append('|');
      for (int value : values.subList(band * ROWS, (band + 1) * ROWS)) {
        key.append(HexFormat.of().toHexDigits(value));
      }
      keys.add(key.toString());
    }
    return keys;
  }
}
