package io.gistmill.digest.editorial;

import io.gistmill.domain.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The stories of one window for readers who were shown the same before.
///
/// @param stories what is new to them, in the order in which they read it
/// @param repeats what they were shown before and has not grown, best first
public record Issue(List<Story> stories, List<Story> repeats) {

  public Issue {
    stories = List.copyOf(stories);
    repeats = List.copyOf(repeats);
  }

  /// @param stories a window's posts by story, none of them empty
  /// @param shown to the same readers before
  /// @param balanced whether no topic and no author may fill the first places
  public static Issue of(
      Map<String, ? extends List<? extends NewsPost>> stories, KnownStories shown, boolean balanced) {
    var fresh = new ArrayList<Story>();
    var repeats = new ArrayList<Story>();
    stories.forEach(
        (story, posts) -> {
          KnownStories.Told told = shown.told(story);
          List<? extends NewsPost> news = told == null ? posts : posts.stream().filter(told::isNews).toList();
          if (told == null) {
            fresh.add(Weighing.fresh(story, posts));
          } else if (news.isEmpty()) {
            repeats.add(Weighing.fresh(story, posts));
          } else {
            fresh.add(Weighing.update(story, news, rest(posts, told), told));
          }
        });
    fresh.sort(Story.BEST_FIRST);
    repeats.sort(Story.BEST_FIRST);
    return new Issue(balanced ? Balance.of(fresh) : fresh, repeats);
  }

  private static List<? extends NewsPost> rest(List<? extends NewsPost> posts, KnownStories.Told told) {
    return posts.stream().filter(post -> !told.isNews(post)).toList();
  }

  /// The first stories as a digest has them.
  ///
  /// @param others what other digests of the same subscriber showed in this window
  public List<Digest.Item> items(int count, KnownStories others) {
    return stories.subList(0, count).stream()
        .map(story -> story.item(others.firstCut(story.id())))
        .toList();
  }

  /// @param most how many
  public List<Digest.Item> repeated(int most) {
    @Nullable Instant never = null;
    return repeats.stream().limit(most).map(story -> story.item(never)).toList();
  }

  /// What a subscription with so many of the stories has shown then.
  public ShownPage page(Instant cut, int count) {
    return ShownPage.of(cut, stories.subList(0, count));
  }
}
