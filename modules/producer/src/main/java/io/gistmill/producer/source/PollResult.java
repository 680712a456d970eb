package io.gistmill.producer.source;

import io.gistmill.domain.PostEvent;
import io.gistmill.domain.SourceMemory;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a poll ended.
public sealed interface PollResult {

  /// The source was read.
  ///
  /// @param events new and changed posts in the order in which they are to be published; may be
  ///   empty
  /// @param memory for the next poll
  /// @param warning what could not be used, for the operator; null when all could
  record Polled(
      List<PostEvent> events, SourceMemory memory, PollHints hints, @Nullable String warning)
      implements PollResult {
    public Polled {
      events = List.copyOf(events);
    }
  }

  /// The source says that nothing changed.
  record Unchanged(SourceMemory memory, PollHints hints) implements PollResult {}

  /// @param reason words for an operator
  /// @param permanent true when polling again makes no sense
  /// @param retryAfter how long the peer wants to be left alone; null when it does not say
  record Failed(String reason, boolean permanent, @Nullable Duration retryAfter)
      implements PollResult {}
}
