package io.gistmill.launcher.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gistmill.contracts.Json;
import io.gistmill.domain.Origin;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.ObjectWriter;

/// What became of each post of the archives: gathered from the log, written as `posts.jsonl`.
///
/// The posts themselves are kept on disk; in memory there are some 150 bytes a post.
final class ReplayedPosts implements Closeable {

  // Fields without a value are written as null: a script should find the same fields in every line.
  private static final ObjectWriter LINES =
      Json.MAPPER
          .rebuild()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.ALWAYS))
          .build()
          .writerFor(PostLine.class);

  private final JsonSpool<TaggedPost> tagged;
  private final JsonSpool<Told> told;
  private final OrdinalIndex taggedAt = new OrdinalIndex();
  private final OrdinalIndex toldAt = new OrdinalIndex();
  private final OrdinalIndex duplicateOf = new OrdinalIndex();
  private final Map<String, Long> latest = new HashMap<>();
  private final Aliases aliases = new Aliases();
  private long posts;
  private long edits;
  private long duplicates;
  private long lastOrdinal;

  ReplayedPosts(Path folder) throws IOException {
    tagged = new JsonSpool<>(folder, TaggedPost.class);
    told = new JsonSpool<>(folder, Told.class);
  }

  void take(TaggedEvent event) throws IOException {
    switch (event) {
      case TaggedEvent.Tagged(var post) -> {
        long ordinal = ordinal(post.post().origin());
        taggedAt.put(ordinal, tagged.put(post));
        latest.put(post.post().id(), ordinal);
        if (post.revision() > 1) {
          edits++;
        }
      }
      case TaggedEvent.Duplicate duplicate -> {
        // The classifier compares a post with the latest version of it alone.
        long original = Objects.requireNonNull(latest.get(duplicate.postId()));
        duplicateOf.put(ordinal(duplicate.origin()), original);
        duplicates++;
      }
      // Archives hold posts alone.
      case TaggedEvent.Withdrawn _,
          TaggedEvent.Corrected _,
          TaggedEvent.Retagged _,
          TaggedEvent.Switched _,
          TaggedEvent.Ticked _ -> {}
    }
  }

  void take(StoryEvent event) throws IOException {
    switch (event) {
      case StoryEvent.Revised revised -> {
        for (StoryPost post : revised.posts()) {
          toldAt.put(
              Objects.requireNonNull(post.ordinal()),
              told.put(new Told(revised.story(), revised.bucket(), post)));
        }
      }
      case StoryEvent.Aliased aliased -> aliases.take(aliased);
      case StoryEvent.Ticked _ -> {}
    }
  }

  /// Posts that came out, edits among them; known once they are written.
  long posts() {
    return posts;
  }

  long edits() {
    return edits;
  }

  long duplicates() {
    return duplicates;
  }

  /// In the order of the archives; what was rejected has no line.
  ///
  /// @return how many lines were written
  long write(Path file) throws IOException {
    long written = 0;
    try (BufferedWriter out = Utf8.writer(file)) {
      for (long ordinal = 1; ordinal <= lastOrdinal; ordinal++) {
        PostLine line = line(ordinal);
        if (line != null) {
          posts += line.duplicateOf() == null ? 1 : 0;
          out.write(LINES.writeValueAsString(line));
          out.write('\n');
          written++;
        }
      }
    }
    return written;
  }

  private @Nullable PostLine line(long ordinal) throws IOException {
    long original = duplicateOf.get(ordinal);
    boolean duplicate = original != OrdinalIndex.NONE;
    long source = duplicate ? original : ordinal;
    if (taggedAt.get(source) == OrdinalIndex.NONE) {
      return null;
    }
    TaggedPost post = tagged.get(taggedAt.get(source));
    long toldAt = toldAt(source, post.post().id());
    if (toldAt == OrdinalIndex.NONE) {
      // Refused after it was tagged; it stands among the rejects.
      return null;
    }
    Told as = told.get(toldAt);
    String story = aliases.resolve(as.story(), as.bucket());
    return PostLine.of(ordinal, post, duplicate ? original : null, story, as.post());
  }

  /// A version that was edited within its own quarter-hour is told by the edit alone.
  private long toldAt(long ordinal, String id) {
    long own = toldAt.get(ordinal);
    return own != OrdinalIndex.NONE ? own : toldAt.get(Objects.requireNonNull(latest.get(id)));
  }

  private long ordinal(Origin origin) {
    long ordinal = Objects.requireNonNull(origin.ordinal(), "a replayed post has an ordinal");
    lastOrdinal = Math.max(lastOrdinal, ordinal);
    return ordinal;
  }

  @Override
  public void close() throws IOException {
    tagged.close();
    told.close();
  }
}
