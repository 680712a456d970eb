package io.gistmill.digest.mailroom;

import io.gistmill.domain.StoryEvent;
import io.gistmill.runtime.state.Table;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The windows read last, shared by all subscriptions of an instance.
///
/// Lies in memory alone: whatever is here can be read again from the stories.
final class Windows {

  /// Some 60 MB of candidates at the most, and the largest window, so that readers of a large week
  /// and of its days do not drive out one another's.
  private static final int MOST_POSTS = 200_000;

  /// Each holds what it found of filters and editions.
  private static final int MOST_WINDOWS = 64;

  private final Table<StoryEvent> stories;
  private final KnownAliases aliases;
  private final KnownFilters filters = new KnownFilters();
  private final Map<Window, WindowPosts> held = new LinkedHashMap<>(16, 0.75f, true);
  private @Nullable WindowReader reader;

  /// @param aliases those of each window read are added
  Windows(Table<StoryEvent> stories, KnownAliases aliases) {
    this.stories = stories;
    this.aliases = aliases;
  }

  /// The window's posts, or null when reading them has to go on in a further call.
  @Nullable WindowPosts read(Window window) {
    WindowPosts known = held.get(window);
    if (known != null) {
      return known;
    }
    if (reader == null || !reader.window().equals(window)) {
      reader = new WindowReader(stories, window, filters);
    }
    if (!reader.readPiece()) {
      return null;
    }
    WindowPosts posts = reader.posts(aliases);
    reader = null;
    hold(window, posts);
    return posts;
  }

  private void hold(Window window, WindowPosts posts) {
    held.put(window, posts);
    WindowPosts largest =
        held.values().stream().max(Comparator.comparingInt(WindowPosts::weight)).orElseThrow();
    // Counted anew, since a window grows when filters ask for its words.
    int weight = held.values().stream().mapToInt(WindowPosts::weight).sum() - largest.weight();
    var oldestFirst = held.values().iterator();
    while (oldestFirst.hasNext() && (weight > MOST_POSTS || held.size() > MOST_WINDOWS)) {
      WindowPosts oldest = oldestFirst.next();
      if (oldest != largest && oldest != posts) {
        weight -= oldest.weight();
        oldestFirst.remove();
      }
    }
  }
}
