package io.gistmill.producer.source.follow;

import io.gistmill.domain.SourceDefinition;
import io.gistmill.domain.SourceMemory;
import io.gistmill.domain.SourceSchedule;
import io.gistmill.domain.SourceState;
import io.gistmill.producer.source.Pacing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A source with how far it has been read.
public record Followed(SourceDefinition definition, SourceMemory memory, SourceSchedule schedule) {

  /// @param state null when it has not been polled yet
  static Followed of(SourceDefinition definition, @Nullable SourceState state) {
    if (state == null) {
      return new Followed(definition, SourceMemory.EMPTY, Pacing.first(definition));
    }
    Instant last = state.schedule().lastPoll();
    boolean addedAgain = last != null && definition.added().isAfter(last);
    return new Followed(
        definition,
        state.memory(),
        addedAgain ? Pacing.again(definition, state.schedule()) : state.schedule());
  }

  boolean isDue(Instant now) {
    return !schedule.disabled() && !schedule.nextPoll().isAfter(now);
  }

  SourceState state() {
    return new SourceState(definition.id(), memory, schedule);
  }
}
