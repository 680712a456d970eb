package io.gistmill.producer.archive;

import io.gistmill.domain.Post;

/// What an archive gives: posts, and whatever could not be read as one.
public sealed interface ArchiveItem {

  /// @param line the line from 1 on which the post begins
  record ReadPost(Post post, long line) implements ArchiveItem {}

  /// @param archive the archive's path as it was given
  /// @param line the line from 1 with the damage; 0 when the archive as a whole could not be read
  /// @param reason what is wrong, and the mend
  /// @param excerpt what stands there, at most [#EXCERPT] UTF-16 units; may be empty
  record Reject(String archive, long line, String reason, String excerpt) implements ArchiveItem {

    public static final int EXCERPT = 200;

    public Reject {
      excerpt = Excerpts.cut(excerpt, EXCERPT);
    }
  }
}
