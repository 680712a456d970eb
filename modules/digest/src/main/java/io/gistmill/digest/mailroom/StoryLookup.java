package io.gistmill.digest.mailroom;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.domain.Digest;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.runtime.state.Table;
import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;

/// Finds the words behind a digest in a copy of the stories topic.
public final class StoryLookup implements Function<Digest.PostRef, StoryPost> {

  private final Table<StoryEvent> stories;

  /// @param stories keys by [StoryKeys]
  public StoryLookup(Table<StoryEvent> stories) {
    this.stories = stories;
  }

  /// @throws IllegalStateException when the copy no longer holds that version
  @Override
  public StoryPost apply(Digest.PostRef ref) {
    String key = StoryKeys.revision(ref.bucket(), ref.story());
    if (stories.get(key) instanceof StoryEvent.Revised revised) {
      return Stream.concat(revised.posts().stream(), revised.takenBack().stream())
          .filter(post -> post.id().equals(ref.id()))
          .max(Comparator.comparingInt(StoryPost::revision))
          .orElseThrow(() -> missing(ref));
    }
    throw missing(ref);
  }

  private static IllegalStateException missing(Digest.PostRef ref) {
    return new IllegalStateException(
        "post "
            + ref.id()
            + " does not stand in story "
            + ref.story()
            + " of "
            + ref.bucket()
            + "; replay the log to get the story back");
  }
}
