package io.gistmill.producer.feed;

import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.PostIds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells what is new in a feed from what was seen before, and news from history.
///
/// 1. What stood in the feed when it was first read is history, but for what was published in the
///    24 hours before the feed was added.
/// 2. Later, an item is history when its date lies before those 24 hours.
/// 3. An item with the same words as before is not published again; with other words it is
///    published as what it was before, which makes it an edit.
final class FeedNews {

  static final Duration STILL_NEWS = Duration.ofHours(24);

  /// How many are remembered beyond those in the feed: items come and go at its end.
  static final int SPARE = 500;

  private static final int MOST = 20_000;

  private final Instant newsFrom;
  private final boolean first;
  private final Map<String, SeenItem> seen = new LinkedHashMap<>();
  private final List<PostEvent> events = new ArrayList<>();
  private final List<String> remembered = new ArrayList<>();

  /// @param added when the feed was added
  /// @param first true when it has never been read
  FeedNews(Instant added, boolean first, List<String> remembered) {
    this.newsFrom = added.minus(STILL_NEWS);
    this.first = first;
    remembered.stream()
        .filter(SeenItem::isWritten)
        .map(SeenItem::read)
        .forEach(item -> seen.putIfAbsent(item.id(), item));
  }

  /// @param posts of the whole feed, in its own order
  void take(List<Post> posts) {
    Set<String> present = new HashSet<>();
    for (Post post : posts) {
      SeenItem now = look(post);
      present.add(now.id());
      remembered.add(now.written());
    }
    int room = Math.min(posts.size() + SPARE, MOST) - remembered.size();
    seen.values().stream()
        .filter(item -> !present.contains(item.id()))
        .limit(Math.max(room, 0))
        .map(SeenItem::written)
        .forEach(remembered::add);
    // Feeds begin with the newest; the log begins with the oldest.
    events.sort(Comparator.comparing(event -> post(event).published()));
  }

  private SeenItem look(Post post) {
    SeenItem before = seen.get(SeenItem.idOf(post.id()));
    boolean history = before == null ? isHistory(post) : before.history();
    SeenItem now = SeenItem.of(post.id(), history, PostIds.contentHash(post));
    if (!now.equals(before)) {
      events.addFirst(history ? new PostEvent.Backfilled(post) : new PostEvent.Posted(post));
    }
    return now;
  }

  private boolean isHistory(Post post) {
    return post.dateInferred() ? first : post.published().isBefore(newsFrom);
  }

  private static Post post(PostEvent event) {
    return switch (event) {
      case PostEvent.Posted(var post) -> post;
      case PostEvent.Backfilled(var post) -> post;
      default -> throw new IllegalStateException("feeds hold posts alone, not " + event);
    };
  }

  /// Oldest first.
  List<PostEvent> events() {
    return events;
  }

  /// For the next poll.
  List<String> remembered() {
    return remembered;
  }
}
