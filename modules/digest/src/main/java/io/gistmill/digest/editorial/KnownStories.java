package io.gistmill.digest.editorial;

import io.gistmill.domain.Digest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a subscription showed of each story within the HORIZON.
public final class KnownStories {

  /// Nothing was shown yet.
  public static final KnownStories NOTHING = new KnownStories(List.of(), UnaryOperator.identity());

  private final Map<String, Told> stories = new TreeMap<>();

  /// @param pages of this subscription, oldest first
  /// @param aliases from the id under which a story was shown to the one that it has now
  public KnownStories(List<ShownPage> pages, UnaryOperator<String> aliases) {
    for (ShownPage page : pages) {
      for (ShownStory story : page.stories()) {
        stories
            .computeIfAbsent(aliases.apply(story.story()), _ -> new Told(page.cut()))
            .add(page.cut(), story);
      }
    }
  }

  /// Shows all stories in the order of their ids.
  void visit(BiConsumer<String, Told> visitor) {
    stories.forEach(visitor);
  }

  /// The cut of the first digest that showed a story, or null.
  @Nullable Instant firstCut(String story) {
    Told told = stories.get(story);
    return told == null ? null : told.first;
  }

  /// What a reader knows of one story.
  static final class Told {

    private final Instant first;
    private final Set<Integer> posts = new HashSet<>();
    private final Set<Integer> texts = new HashSet<>();
    private final Set<Integer> authors = new HashSet<>();
    private Instant last;

    private Told(Instant cut) {
      this.first = cut;
      this.last = cut;
    }

    private void add(Instant cut, ShownStory story) {
      last = cut;
      for (ShownPost post : story.posts()) {
        posts.add(post.post());
        texts.add(post.text());
        authors.add(post.author());
      }
    }

    /// Whether a post lets the story grow: somebody speaks who was not shown yet, and in words that
    /// were not shown either.
    boolean isNews(NewsPost post) {
      return !authors.contains(ShownPost.hash(post.author()))
          && !texts.contains(ShownPost.hash(post.text()));
    }

    Digest.Known known(int news) {
      return new Digest.Known(last, posts.size(), news);
    }
  }
}
