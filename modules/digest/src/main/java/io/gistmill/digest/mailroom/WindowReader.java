package io.gistmill.digest.mailroom;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.digest.editorial.Withdrawal;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Horizon;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.runtime.state.Table;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Reads the posts of one window as of its cut, a few entries at a time.
final class WindowReader {

  private final Table<StoryEvent> stories;
  private final Window window;
  private final KnownFilters filters;
  private final PiecewiseScan<StoryEvent> aliasScan;
  private final PiecewiseScan<StoryEvent> revisionScan;
  private final Map<String, String> aliases = new TreeMap<>();
  private final Map<String, Candidate> newest = new TreeMap<>();
  private final Map<String, Digest.PostRef> withdrawn = new TreeMap<>();
  private final SortedMap<String, String> aliasRows = new TreeMap<>();
  private boolean aliasesRead;

  WindowReader(Table<StoryEvent> stories, Window window) {
    this(stories, window, new KnownFilters());
  }

  WindowReader(Table<StoryEvent> stories, Window window, KnownFilters filters) {
    this.filters = filters;
    this.stories = stories;
    this.window = window;
    this.aliasScan =
        new PiecewiseScan<>(
            stories,
            StoryKeys.aliasesFrom(earliestAlias(window)),
            StoryKeys.aliasesFrom(window.cut()),
            this::take);
    this.revisionScan =
        new PiecewiseScan<>(
            stories,
            StoryKeys.revisionsFrom(window.from()),
            StoryKeys.revisionsFrom(window.cut()),
            this::take);
  }

  private static Instant earliestAlias(Window window) {
    Instant horizon = window.cut().minus(Horizon.LENGTH);
    return horizon.isBefore(window.from()) ? horizon : window.from();
  }

  Window window() {
    return window;
  }

  /// @return true when the window has been read to its end
  boolean readPiece() {
    if (aliasesRead) {
      return revisionScan.readPiece();
    }
    aliasesRead = aliasScan.readPiece();
    return false;
  }

  /// @param known aliases from before; those of the window are added
  WindowPosts posts(KnownAliases known) {
    aliasRows.forEach(known::add);
    known.addTo(aliases, window.cut());
    return new WindowPosts(
        window, newest.values(), withdrawals(), this::storyOf, new StoryLookup(stories), filters);
  }

  private List<Withdrawal> withdrawals() {
    return withdrawn.values().stream()
        .map(said -> new Withdrawal(storyOf(said.story()), said))
        .toList();
  }

  private void take(StoryEvent event) {
    switch (event) {
      case StoryEvent.Aliased aliased -> take(aliased);
      case StoryEvent.Revised revised -> {
        for (StoryPost post : revised.posts()) {
          take(post, revised.story(), revised.bucket());
        }
        // Buckets come in their order, and none both tells a post and takes it back.
        revised.withdrawn().forEach(newest::remove);
        revised.takenBack().forEach(said -> takeBack(said, revised));
      }
      case StoryEvent.Ticked _ -> throw new IllegalStateException("a tick among the revisions");
    }
  }

  private void take(StoryEvent.Aliased aliased) {
    aliases.put(aliased.alias(), aliased.story());
    if (!aliased.bucket().isBefore(window.from())) {
      aliasRows.put(aliased.bucket() + "|" + aliased.alias(), aliased.story());
    }
  }

  private void takeBack(StoryPost said, StoryEvent.Revised revised) {
    withdrawn.put(said.id(), new Digest.PostRef(said.id(), revised.story(), revised.bucket()));
  }

  private void take(StoryPost post, String story, Instant bucket) {
    if (window.holds(post.admitted())) {
      newest.merge(post.id(), Candidate.of(post, story, bucket), Candidate::newer);
    }
  }

  private String storyOf(String written) {
    var seen = new HashSet<String>();
    String story = written;
    while (seen.add(story)) {
      story = aliases.getOrDefault(story, story);
    }
    return story;
  }
}
