package io.gistmill.digest.mailroom;

import io.gistmill.query.PostIndex;
import io.gistmill.query.PostQuery;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Which posts of one window meet which filter: each is asked once for a window, however many
/// subscribers have it.
final class WindowFilters {

  /// Posts whose words are looked up in one piece of work.
  private static final int PIECE = 64;

  /// Bits of all results together: 8 MiB.
  private static final long MOST_BITS = 1L << 23;

  private final List<Candidate> posts;
  private final StoryLookup lookup;
  private final KnownFilters known;
  private final Map<String, BitSet> results = new LinkedHashMap<>(16, 0.75f, true);
  private PostIndex.@Nullable Builder building;
  private @Nullable PostIndex index;
  private int indexed;

  WindowFilters(List<Candidate> posts, StoryLookup lookup, KnownFilters known) {
    this.posts = posts;
    this.lookup = lookup;
    this.known = known;
  }

  /// The words of a post take some twice as much as a candidate.
  int weight() {
    return 2 * indexed;
  }

  /// Does a piece of what has to be done before a filter can be asked.
  ///
  /// @return true when nothing is left to do
  boolean prepare(String filter) {
    if (index != null || results.containsKey(filter)) {
      return true;
    }
    if (building == null) {
      building = PostIndex.builder();
    }
    int until = Math.min(posts.size(), indexed + PIECE);
    for (; indexed < until; indexed++) {
      building.add(lookup.apply(posts.get(indexed).ref()));
    }
    if (indexed == posts.size()) {
      index = building.build();
      building = null;
    }
    return index != null;
  }

  /// The numbers of the posts that meet a filter; not to be changed.
  BitSet matching(String filter) {
    BitSet found = results.get(filter);
    if (found == null) {
      found = ask(filter);
      results.put(filter, found);
      if (results.size() > Math.max(1, MOST_BITS / (posts.size() + 512L))) {
        results.remove(results.keySet().iterator().next());
      }
    }
    return found;
  }

  private BitSet ask(String filter) {
    return switch (known.get(filter)) {
      case PostQuery.Parsed query when index != null -> index.matching(query);
      case PostQuery.Parsed _ -> throw new IllegalStateException("not prepared: " + filter);
      // Checked when it was stored; what a later version no longer reads must hide nothing.
      case PostQuery.Refused _ -> everything();
    };
  }

  private BitSet everything() {
    var all = new BitSet(posts.size());
    all.set(0, posts.size());
    return all;
  }
}
