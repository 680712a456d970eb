package io.gistmill.producer.source;

import java.time.Duration;
import java.util.Set;

/// What a source says about when to ask again.
///
/// @param atLeast nothing new before that; zero when it does not say
/// @param silentHours of the day in UTC, 0 to 23, in which it does not want to be asked
public record PollHints(Duration atLeast, Set<Integer> silentHours) {

  public static final PollHints NONE = new PollHints(Duration.ZERO, Set.of());

  public PollHints {
    silentHours = Set.copyOf(silentHours);
  }
}
