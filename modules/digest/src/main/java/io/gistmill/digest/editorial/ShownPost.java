package io.gistmill.digest.editorial;

import com.fasterxml.jackson.annotation.JsonFormat;

/// A post that a digest showed, in three whole numbers.
///
/// Hashes are compared within one story only, where two different ids with one hash are a matter of
/// one in a hundred million.
///
/// @param post hash of its id
/// @param text hash of [NewsPost#text]
/// @param author hash of its author
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
public record ShownPost(int post, int text, int author) {

  static ShownPost of(NewsPost post) {
    return new ShownPost(hash(post.ref().id()), hash(post.text()), hash(post.author()));
  }

  /// Of strings that are hashes or names themselves; the same on every platform.
  static int hash(String id) {
    return id.hashCode();
  }
}
