package io.gistmill.benchmarks.delivery;

import io.gistmill.benchmarks.cuts.ToldStories;
import io.gistmill.contracts.StoryKeys;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.state.Table;
import io.gistmill.testsupport.MemoryTable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// A day of stories, as digests name them and as a courier looks them up.
record DueStories(Table<StoryEvent> stories, List<Digest.Item> items) {

  private static final int POSTS_A_DAY = 2_000;
  private static final Duration DAY = Duration.ofDays(1);

  static DueStories told() {
    var stories = new MemoryTable<StoryEvent>();
    ToldStories.fill(stories, POSTS_A_DAY, DAY);
    var due = new DueStories(stories, items(stories));
    Instant ahead = Tick.edgeBefore(Instant.now()).plus(DAY);
    stories.put(
        StoryKeys.TICK, new StoryEvent.Ticked(new Tick(ahead, ahead.minus(Tick.QUARTER), true)));
    return due;
  }

  private static List<Digest.Item> items(MemoryTable<StoryEvent> stories) {
    var items = new ArrayList<Digest.Item>();
    stories.scan(
        "revision|",
        "revision}",
        (key, event) -> {
          if (event instanceof StoryEvent.Revised revised) {
            items.add(
                new Digest.Item(
                    revised.story(),
                    Fixed.ONE,
                    revised.posts().stream().map(post -> ref(revised, post)).toList()));
          }
          return true;
        });
    return items;
  }

  private static Digest.PostRef ref(StoryEvent.Revised story, StoryPost post) {
    return new Digest.PostRef(post.id(), story.story(), story.bucket());
  }
}
