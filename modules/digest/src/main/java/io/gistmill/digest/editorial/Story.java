package io.gistmill.digest.editorial;

import io.gistmill.domain.Digest;
import io.gistmill.domain.Fixed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A story of one window, weighed for one kind of reader.
///
/// @param id after aliases
/// @param posts of the window, lead first; of an update what is new comes first
/// @param begun when the first of them was published
/// @param known what the reader was shown of it before, or null
/// @param why the parts of its score
public record Story(
    String id, List<NewsPost> posts, Instant begun, Digest.@Nullable Known known, Digest.Why why) {

  /// Of equals the one that began earlier, then by id.
  public static final Comparator<Story> BEST_FIRST =
      Comparator.comparing(Story::score)
          .reversed()
          .thenComparing(Story::begun)
          .thenComparing(Story::id);

  public Story {
    posts = List.copyOf(posts);
  }

  public Fixed score() {
    return why.lead().plus(why.sources()).plus(why.update());
  }

  public NewsPost lead() {
    return posts.getFirst();
  }

  /// @return the same, lifted by so many places
  Story moved(int places) {
    return new Story(
        id, posts, begun, known, new Digest.Why(why.lead(), why.sources(), why.update(), places));
  }

  /// @param seen the cut of another digest that showed it, or null
  Digest.Item item(@Nullable Instant seen) {
    List<Digest.PostRef> refs = posts.stream().map(NewsPost::ref).toList();
    return new Digest.Item(id, score(), refs, known, seen, why);
  }
}
