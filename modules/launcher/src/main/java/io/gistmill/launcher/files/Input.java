package io.gistmill.launcher.files;

import io.gistmill.domain.Post;
import org.jspecify.annotations.Nullable;

/// What a file gives to a command that looks at posts one by one.
public sealed interface Input {

  /// Where it begins, from 1; 0 for what concerns the file as a whole.
  long line();

  /// @param ordinal the post's place in the file, from 1; blank lines have none
  /// @param id as the file names it, else as it follows from the post
  record Read(long line, long ordinal, String id, Post post) implements Input {}

  /// @param ordinal the place that the post would have had; null where it is not known
  /// @param reason what is wrong, and the mend
  record Unread(long line, @Nullable Long ordinal, String reason) implements Input {}
}
