package io.gistmill.digest.editorial;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.gistmill.domain.Tick;
import java.time.Instant;

/// A post that a digest showed, in four whole numbers.
///
/// Hashes are compared within one story only, where two different ids with one hash are a matter of
/// one in a hundred million.
///
/// @param post hash of its id
/// @param text hash of [NewsPost#text]
/// @param author hash of its author
/// @param quarter the bucket of the version shown, in quarter-hours since 1970
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record ShownPost(int post, int text, int author, int quarter) {

  static ShownPost of(NewsPost post) {
    return new ShownPost(
        hash(post.ref().id()),
        hash(post.text()),
        hash(post.author()),
        Math.toIntExact(post.ref().bucket().getEpochSecond() / Tick.QUARTER.toSeconds()));
  }

  /// Of strings that are hashes or names themselves; the same on every platform.
  static int hash(String id) {
    return id.hashCode();
  }

  public Instant bucket() {
    return Instant.ofEpochSecond(quarter * Tick.QUARTER.toSeconds());
  }
}
