package io.gistmill.simulation;

import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which posts there are, in which window, about what, and from when to when: the rules in words,
/// followed through the input alone.
final class PostModel {

  private final Map<String, Story> posts = new TreeMap<>();

  PostModel(SimulatedLog<PostEvent> log) {
    for (int partition = 0; partition < log.partitions(); partition++) {
      follow(log.records(partition));
    }
  }

  /// The id that an event is about, null for ticks and switches.
  static @Nullable String idOf(PostEvent event) {
    return switch (event) {
      case PostEvent.Posted(Post post) -> post.id();
      case PostEvent.Backfilled(Post post) -> post.id();
      case PostEvent.Withdrawn(String id) -> id;
      case PostEvent.Corrected correction -> correction.postId();
      case PostEvent.Retagged retagged -> retagged.post().id();
      case PostEvent.Switched _, PostEvent.Ticked _ -> null;
    };
  }

  /// What a digest of a window shows.
  List<String> shown(Subscription subscription, Instant from, Instant cut) {
    return posts.entrySet().stream()
        .filter(post -> post.getValue().isShown(subscription, from, cut))
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Null when only others spoke of the post.
  @Nullable Instant admitted(String id) {
    Story post = posts.get(id);
    return post == null ? null : post.admitted;
  }

  private void follow(List<PostEvent> events) {
    Instant tick = Instant.EPOCH;
    ClassifierSwitch how = TopicsInText.standard();
    for (PostEvent event : events) {
      switch (event) {
        case PostEvent.Posted(Post post) -> of(post.id()).come(post, tick, tick, how);
        case PostEvent.Backfilled(Post post) -> of(post.id()).come(post, Instant.EPOCH, tick, how);
        case PostEvent.Withdrawn(String id) -> of(id).withdraw(tick);
        case PostEvent.Corrected correction -> of(correction.postId()).correct(correction, tick);
        case PostEvent.Retagged(Post post, String _) -> of(post.id()).retag(post, tick, how);
        case PostEvent.Switched(ClassifierSwitch to) -> how = to;
        case PostEvent.Ticked(var next) -> tick = next.instant();
      }
    }
  }

  private Story of(String id) {
    return posts.computeIfAbsent(id, _ -> new Story());
  }

  /// What happened to one post.
  private static final class Story {
    private @Nullable Instant admitted;
    private @Nullable Instant withdrawn;
    private String text = "";
    private String source = "";
    private String author = "";
    private SortedSet<String> given = new TreeSet<>();
    private final Map<String, Boolean> verdicts = new TreeMap<>();

    /// What the post was about from each bucket on.
    private final TreeMap<Instant, SortedSet<String>> topics = new TreeMap<>();

    void come(Post post, Instant window, Instant tick, ClassifierSwitch how) {
      if (withdrawn != null || (admitted != null && text.equals(post.text()))) {
        return;
      }
      admitted = admitted == null ? window : admitted;
      text = post.text();
      source = post.origin().source();
      author = post.author().toLowerCase(Locale.ROOT);
      given = new TreeSet<>(TopicsInText.found(how, text));
      topics.put(tick, now());
    }

    void withdraw(Instant tick) {
      withdrawn = withdrawn == null ? tick : withdrawn;
    }

    void correct(PostEvent.Corrected correction, Instant tick) {
      if (withdrawn == null) {
        correction.added().forEach(slug -> verdicts.put(slug, true));
        correction.removed().forEach(slug -> verdicts.put(slug, false));
      }
      if (withdrawn == null && admitted != null) {
        topics.put(tick, now());
      }
    }

    void retag(Post post, Instant tick, ClassifierSwitch how) {
      if (withdrawn == null && admitted != null && text.equals(post.text())) {
        given = new TreeSet<>(TopicsInText.found(how, text));
        topics.put(tick, now());
      }
    }

    private SortedSet<String> now() {
      var now = new TreeSet<>(given);
      verdicts.forEach((slug, has) -> now.removeIf(topic -> topic.equals(slug) && !has));
      verdicts.forEach((slug, has) -> now.addAll(has ? List.of(slug) : List.of()));
      return now;
    }

    boolean isShown(Subscription subscription, Instant from, Instant cut) {
      if (admitted == null || admitted.isBefore(from) || !admitted.isBefore(cut)) {
        return false;
      }
      boolean gone = withdrawn != null && withdrawn.isBefore(cut);
      boolean muted =
          subscription.selection().mutedSources().contains(source)
              || subscription.selection().mutedAuthors().contains(author);
      return !gone
          && !muted
          && isOn(subscription.route(), cut)
          && meets(subscription.selection().filter(), cut);
    }

    private boolean isOn(String route, Instant cut) {
      return route.equals(Subscription.ALL) || topics.lowerEntry(cut).getValue().contains(route);
    }

    private boolean meets(String filter, Instant cut) {
      return switch (filter) {
        case "" -> true;
        case SimulatedInput.ABOUT -> isOn("topic-1", cut);
        case SimulatedInput.NOT_BY -> !author.equals("author 3");
        default -> throw new IllegalArgumentException("a filter without a meaning: " + filter);
      };
    }
  }
}
