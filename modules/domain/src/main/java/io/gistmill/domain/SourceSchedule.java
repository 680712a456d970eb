package io.gistmill.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// When a source is polled, and how it went.
///
/// @param nextPoll not before this
/// @param intervalSeconds the pause between polls as long as nothing is in the way
/// @param lastPoll null before the first
/// @param lastSuccess the last poll that was answered, even if with nothing new
/// @param failures in a row
/// @param lastError null after a success
/// @param disabled true when polling again makes no sense; ended by adding the source again
/// @param posts how many were published, edits included
public record SourceSchedule(
    Instant nextPoll,
    long intervalSeconds,
    @Nullable Instant lastPoll,
    @Nullable Instant lastSuccess,
    int failures,
    @Nullable String lastError,
    boolean disabled,
    long posts) {

  public SourceSchedule {
    Objects.requireNonNull(nextPoll, "nextPoll");
    if (intervalSeconds < 1) {
      throw new IllegalArgumentException("an interval of " + intervalSeconds + " s");
    }
  }

  public Duration interval() {
    return Duration.ofSeconds(intervalSeconds);
  }
}
