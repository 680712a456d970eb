package io.gistmill.digest.editorial;

import io.gistmill.domain.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/// What readers of the same stories get of a window who were shown the same before.
///
/// A story that was shown comes again when it has grown: somebody tells of it who was not shown
/// yet, and in a text of their own. Edits let nothing grow.
///
/// The work is that of the stories shown before and of those shown now, not of all in the window.
///
/// @param stories new to them, in the order in which they read them
/// @param more how many further stories are new to them
/// @param repeats what they were shown before and has not grown, best first
public record Issue(List<Story> stories, int more, List<Story> repeats) {

  /// From so many stories the balanced places are filled, however many are shown.
  private static final int POOL = 60;

  public Issue {
    stories = List.copyOf(stories);
    repeats = List.copyOf(repeats);
  }

  /// @param known what was shown to the same readers before
  /// @param most how many stories they get
  /// @param balanced whether no topic and no author may fill the first places
  public static Issue of(RankedStories ranked, KnownStories known, int most, boolean balanced) {
    var updates = new ArrayList<Story>();
    var repeats = new ArrayList<Story>();
    var told = new HashSet<String>();
    known.visit(
        (id, before) -> {
          Story story = ranked.find(id);
          if (story != null) {
            told.add(id);
            judge(story, before, updates, repeats);
          }
        });
    updates.sort(Story.BEST_FIRST);
    repeats.sort(Story.BEST_FIRST);
    List<Story> best = best(ranked, told, updates, Math.max(most, POOL));
    List<Story> order = balanced ? Balance.of(best, POOL) : best;
    List<Story> shown = order.subList(0, Math.min(most, order.size()));
    return new Issue(shown, ranked.size() - repeats.size() - shown.size(), repeats);
  }

  private static void judge(
      Story story, KnownStories.Told before, List<Story> updates, List<Story> repeats) {
    List<NewsPost> news = story.posts().stream().filter(before::isNews).toList();
    if (news.isEmpty()) {
      repeats.add(story);
    } else {
      List<NewsPost> rest = story.posts().stream().filter(post -> !before.isNews(post)).toList();
      updates.add(Weighing.update(story.id(), news, rest, before));
    }
  }

  /// The best of the stories that were not told and of the updates.
  private static List<Story> best(
      RankedStories ranked, Set<String> told, List<Story> updates, int most) {
    var best = new ArrayList<Story>();
    Iterator<Story> further = updates.iterator();
    Story update = further.hasNext() ? further.next() : null;
    Iterator<Story> fresh = ranked.stories().filter(story -> !told.contains(story.id())).iterator();
    while (best.size() < most && (fresh.hasNext() || update != null)) {
      Story next = fresh.hasNext() ? fresh.next() : null;
      while (update != null && (next == null || Story.BEST_FIRST.compare(update, next) < 0)) {
        best.add(update);
        update = further.hasNext() ? further.next() : null;
      }
      if (next != null) {
        best.add(next);
      }
    }
    return best.size() > most ? best.subList(0, most) : best;
  }

  /// The same with the first stories alone.
  public Issue first(int count) {
    return new Issue(stories.subList(0, count), more + stories.size() - count, repeats);
  }

  /// The stories as a digest has them.
  ///
  /// @param others what other digests of the same subscriber showed in this window
  public List<Digest.Item> items(KnownStories others) {
    return stories.stream().map(story -> story.item(others.firstCut(story.id()))).toList();
  }

  /// @param most how many
  public List<Digest.Item> repeated(int most) {
    return repeats.stream().limit(most).map(story -> story.item(null)).toList();
  }

  /// What a subscription with this issue has shown then.
  public ShownPage page(Instant cut) {
    return ShownPage.of(cut, stories);
  }
}
