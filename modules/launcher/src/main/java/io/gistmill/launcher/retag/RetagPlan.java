package io.gistmill.launcher.retag;

import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.PostIds;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds out which posts of a piece of the log are still to be tagged again for a set of
/// classifiers: each that was not taken back, in its newest version, unless that is what was asked
/// for last. So a run that was interrupted goes on where it ended.
///
/// Holds ids and places, not posts. The events of a partition come in their order.
final class RetagPlan {

  private final String set;
  private final Map<String, Latest> posts = new HashMap<>();
  private final Set<String> withdrawn = new HashSet<>();

  private record Place(int partition, long offset) {}

  /// @param hash of the content
  private record Latest(Place place, String hash, boolean done) {}

  /// @param set version of the classifiers
  RetagPlan(String set) {
    this.set = set;
  }

  void note(int partition, long offset, PostEvent event) {
    switch (event) {
      case PostEvent.Posted(Post post) -> came(new Place(partition, offset), post);
      case PostEvent.Backfilled(Post post) -> came(new Place(partition, offset), post);
      case PostEvent.Retagged(Post post, String of) -> asked(post, of);
      case PostEvent.Withdrawn(String id) -> {
        withdrawn.add(id);
        posts.remove(id);
      }
      case PostEvent.Corrected _, PostEvent.Switched _, PostEvent.Ticked _ -> {}
    }
  }

  private void came(Place place, Post post) {
    String hash = PostIds.contentHash(post);
    @Nullable Latest known = posts.get(post.id());
    boolean repeats = known != null && known.hash.equals(hash);
    if (!withdrawn.contains(post.id()) && !repeats) {
      posts.put(post.id(), new Latest(place, hash, false));
    }
  }

  private void asked(Post post, String of) {
    @Nullable Latest known = posts.get(post.id());
    if (known != null && known.hash.equals(PostIds.contentHash(post))) {
      posts.put(post.id(), new Latest(known.place, known.hash, of.equals(set)));
    }
  }

  /// Whether this place holds a post that is still to be done.
  boolean wants(int partition, long offset, String id) {
    @Nullable Latest known = posts.get(id);
    return known != null && !known.done && known.place.equals(new Place(partition, offset));
  }

  int left() {
    return (int) posts.values().stream().filter(post -> !post.done).count();
  }

  int done() {
    return (int) posts.values().stream().filter(Latest::done).count();
  }
}
