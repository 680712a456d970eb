package io.gistmill.producer.archive;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How one archive went.
///
/// @param archive its path as it was given
/// @param posts how many posts went to the sink
/// @param rejects how many rejects went to the sink, the one for the archive as a whole included
/// @param failureReason why the archive could not be read at all or not to its end, with the mend
public record ArchiveResult(
    String archive, long posts, long rejects, @Nullable String failureReason) {

  public Optional<String> failure() {
    return Optional.ofNullable(failureReason);
  }
}
