package io.gistmill.gateway.store;

import io.gistmill.domain.Digest;
import io.gistmill.domain.Selection;
import io.gistmill.domain.StoryPost;
import io.gistmill.query.PostIndex;
import io.gistmill.query.PostQuery;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The stories of a digest's window that it had no room for, by the rules of its subscription.
///
/// They are told as they are known now, and those that an earlier digest has shown are among them.
final class UnshownStories {

  /// Posts that are looked at, best first.
  private static final int MOST_POSTS = 3_000;

  private static final String OF_WINDOW =
      """
      SELECT m.story, t.json FROM posts p
      JOIN members m ON m.post = p.id
      JOIN told t ON t.post = m.post AND t.story = m.told_story AND t.bucket = m.bucket
      WHERE p.json NOT NULL AND p.admitted >= ? AND p.admitted < ? %s
      ORDER BY m.score DESC, p.published, p.id LIMIT ?""";

  private final Sql sql;
  private final Digest digest;
  private final Selection selection;
  private final Set<String> left = new TreeSet<>();

  UnshownStories(Sql sql, Digest digest) {
    this.sql = sql;
    this.digest = digest;
    this.selection = digest.subscription().selection();
    Stream.of(digest.items(), digest.repeats())
        .flatMap(List::stream)
        .map(Digest.Item::story)
        .forEach(this::leave);
    selection.mutedStories().forEach(this::leave);
  }

  private void leave(String story) {
    left.add(new EditionQueries(sql).storyNow(story));
  }

  /// Best first.
  List<Edition.Item> first(int most) {
    var stories = new LinkedHashMap<String, List<StoryPost>>();
    for (Map.Entry<String, StoryPost> told : matching(ofWindow())) {
      stories.computeIfAbsent(told.getKey(), _ -> new ArrayList<>()).add(told.getValue());
    }
    return stories.entrySet().stream()
        .filter(story -> !left.contains(story.getKey()) && isWanted(story.getValue()))
        .limit(most)
        .map(story -> new Edition.Item(story.getKey(), story.getValue()))
        .toList();
  }

  private List<Map.Entry<String, StoryPost>> ofWindow() {
    return sql.list(
        row -> Map.entry(row.getString(1), Library.told(row.getString(2))),
        OF_WINDOW.formatted(Library.ofRoute(digest.subscription().route())),
        Times.seconds(digest.from()),
        Times.seconds(digest.cut()),
        digest.subscription().route(),
        MOST_POSTS);
  }

  private List<Map.Entry<String, StoryPost>> matching(List<Map.Entry<String, StoryPost>> posts) {
    var heard = posts.stream().filter(told -> !isMuted(told.getValue())).toList();
    if (selection.filter().isEmpty()
        || !(PostQuery.parse(selection.filter()) instanceof PostQuery.Parsed query)) {
      return heard;
    }
    BitSet found = PostIndex.of(heard.stream().map(Map.Entry::getValue).toList()).matching(query);
    return found.stream().mapToObj(heard::get).toList();
  }

  private boolean isMuted(StoryPost post) {
    String source = post.source();
    return (source != null && selection.mutedSources().contains(source))
        || selection.mutedAuthors().contains(folded(post.author()))
        || (post.handle() != null
            && selection.mutedAuthors().contains(folded("@" + post.handle())));
  }

  private static String folded(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  private boolean isWanted(List<StoryPost> posts) {
    Set<String> topics = new TreeSet<>();
    posts.forEach(post -> post.topics().forEach(share -> topics.add(share.topic())));
    if (topics.isEmpty()) {
      topics.add("other");
    }
    return (selection.topics().isEmpty() || selection.topics().stream().anyMatch(topics::contains))
        && selection.excluded().stream().noneMatch(topics::contains);
  }
}
