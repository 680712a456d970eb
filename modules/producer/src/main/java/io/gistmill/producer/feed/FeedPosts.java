package io.gistmill.producer.feed;

import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostIds;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes posts of the items of one feed.
final class FeedPosts {

  /// What a record on the log can hold with room to spare.
  static final int LONGEST_TEXT = 100_000;

  private static final int LONGEST_TITLE = 1_000;
  private static final int MOST_LINKS = 500;

  /// Clocks go wrong by minutes; beyond that, a date in the future is none.
  private static final Duration AHEAD = Duration.ofHours(1);

  /// What programs write that know no date.
  private static final Instant OLDEST = Instant.parse("1990-01-01T00:00:00Z");

  private final String source;
  private final Instant now;

  FeedPosts(String source, Instant now) {
    this.source = source;
    this.now = now;
  }

  /// One post for each item that has words or a link, in the feed's order; of several items with
  /// one identity the first.
  List<Post> of(List<FeedItem> items) {
    Set<String> shared = sharedGuids(items);
    Set<String> ids = new HashSet<>();
    var posts = new ArrayList<Post>();
    for (FeedItem item : items) {
      Post post = post(item, shared);
      if (post != null && ids.add(post.id())) {
        posts.add(post);
      }
    }
    return posts;
  }

  /// Some feeds give one guid to all their items: it tells nothing then.
  private static Set<String> sharedGuids(List<FeedItem> items) {
    Map<String, @Nullable String> links = new HashMap<>();
    Set<String> shared = new HashSet<>();
    for (FeedItem item : items) {
      String guid = item.guid();
      if (guid != null) {
        String link = item.link() == null ? "" : item.link();
        String other = links.putIfAbsent(guid, link);
        if (other != null && !other.equals(link)) {
          shared.add(guid);
        }
      }
    }
    return shared;
  }

  private @Nullable Post post(FeedItem item, Set<String> shared) {
    URI base = item.base();
    String title = cut(HtmlWords.line(item.title(), base), LONGEST_TITLE);
    PlainWords body = HtmlWords.of(item.body(), base);
    String text = cut(body.text(), LONGEST_TEXT);
    if (title.isEmpty() && text.isEmpty() && item.link() == null) {
      return null;
    }
    Instant date = believable(item.date());
    String words = title.isEmpty() ? text : title + "\n\n" + text;
    return new Post(
        id(item, shared, date, words),
        new Origin(source, null),
        item.author(),
        null,
        date == null ? now : date,
        date == null,
        item.link(),
        title.isEmpty() ? null : title,
        text,
        List.of(),
        List.of(),
        links(body));
  }

  private String id(FeedItem item, Set<String> shared, @Nullable Instant date, String words) {
    String guid = item.guid();
    if (guid != null && !shared.contains(guid)) {
      return PostIds.ofStableId(source, guid);
    } else if (item.link() != null) {
      return PostIds.ofPermalink(item.link());
    }
    // The time of the poll would make another post of it at each poll.
    Instant fixed = date == null ? Instant.EPOCH : date;
    return PostIds.ofContent(source, item.author(), null, fixed, words);
  }

  private @Nullable Instant believable(@Nullable Instant date) {
    boolean believed = date != null && date.isAfter(OLDEST) && date.isBefore(now.plus(AHEAD));
    return believed ? date : null;
  }

  private static List<String> links(PlainWords body) {
    return new LinkedHashSet<>(body.links()).stream().limit(MOST_LINKS).toList();
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end) + "…";
  }
}
