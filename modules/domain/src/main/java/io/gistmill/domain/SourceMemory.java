package io.gistmill.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a source has to know again at its next poll.
///
/// @param movedTo where it lives since it moved for good
/// @param title what it calls itself
/// @param etag its answer to give back, for an answer without a body when nothing changed
/// @param lastModified the same, by date
/// @param seen what was published already, newest first; the words are the source's own
public record SourceMemory(
    @Nullable String movedTo,
    @Nullable String title,
    @Nullable String etag,
    @Nullable String lastModified,
    List<String> seen) {

  /// Of a source that has never been polled.
  public static final SourceMemory EMPTY = new SourceMemory(null, null, null, null, List.of());

  public SourceMemory {
    seen = List.copyOf(seen);
  }
}
