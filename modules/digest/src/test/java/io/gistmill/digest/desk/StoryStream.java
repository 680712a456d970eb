package io.gistmill.digest.desk;

import io.gistmill.digest.desk.StoryCorpus.Labelled;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import io.gistmill.domain.Tick;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Sends posts through a desk as their dates have it, and says in which story each one ended.
final class StoryStream {

  private StoryStream() {}

  /// @param stories ids of the stories by those of their posts
  record Ended(SortedMap<String, String> stories) {

    boolean together(String one, String other) {
      String story = stories.get(one);
      return story != null && story.equals(stories.get(other));
    }

    /// Counts the labelled pairs whose first post ended here; where the second did not, they are
    /// not together.
    void countLabelled(StoryCorpus corpus, PairCounts counts) {
      for (StoryCorpus.Pair pair : corpus.pairs()) {
        if (stories.containsKey(pair.one())) {
          counts.add(pair.same(), together(pair.one(), pair.other()));
        }
      }
    }

    /// Counts the pairs of different groups.
    ///
    /// @param posts of one file, all of which ended here
    void countStrangers(StoryCorpus corpus, List<Labelled> posts, PairCounts counts) {
      for (Labelled one : posts) {
        for (Labelled other : posts) {
          if (one.group().compareTo(other.group()) < 0
              && !corpus.areRelated(one.id(), other.id())) {
            counts.add(false, together(one.id(), other.id()));
          }
        }
      }
    }
  }

  /// As [#run], with posts of a corpus.
  static Ended runLabelled(StoryModel model, List<Labelled> posts) {
    return run(model, posts.stream().map(Labelled::post).toList());
  }

  /// @param posts in the order of their dates
  /// @return the story of each post
  static Ended run(StoryModel model, List<TaggedPost> posts) {
    var run = new DeskRun(model);
    Instant last = null;
    for (TaggedPost post : posts) {
      Instant hour = post.post().published().truncatedTo(ChronoUnit.HOURS);
      if (!hour.equals(last)) {
        run.take(tick(hour, last));
        last = hour;
      }
      run.take(new TaggedEvent.Tagged(admitted(post, hour)));
    }
    if (last != null) {
      run.take(tick(last.plus(1, ChronoUnit.HOURS), last));
    }
    SortedMap<String, String> stories = run.storyOfEachPost();
    var roots = new Stories(run.deskTables());
    stories.replaceAll((post, story) -> roots.root(story));
    return new Ended(stories);
  }

  private static TaggedEvent tick(Instant instant, @Nullable Instant previous) {
    return new TaggedEvent.Ticked(new PartitionTick(new Tick(instant, previous, true), 0, 1));
  }

  private static TaggedPost admitted(TaggedPost post, Instant at) {
    return new TaggedPost(
        post.post(), at, 1, post.language(), post.outcomes(), post.topics(), post.fingerprint());
  }
}
