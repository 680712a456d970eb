package io.gistmill.producer.source.api;

import io.gistmill.domain.SourceSchedule;
import io.gistmill.producer.source.follow.Followed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A source as the API shows it.
///
/// @param address where it is polled now
record SourceStatus(
    String id,
    String type,
    String address,
    @Nullable String title,
    Instant added,
    @Nullable Instant lastPoll,
    @Nullable Instant lastSuccess,
    Instant nextPoll,
    long intervalSeconds,
    long posts,
    int failures,
    @Nullable String lastError,
    boolean disabled) {

  static SourceStatus of(Followed followed) {
    SourceSchedule schedule = followed.schedule();
    String movedTo = followed.memory().movedTo();
    String title = followed.memory().title();
    return new SourceStatus(
        followed.definition().id(),
        followed.definition().type(),
        movedTo == null ? followed.definition().address() : movedTo,
        title == null ? followed.definition().title() : title,
        followed.definition().added(),
        schedule.lastPoll(),
        schedule.lastSuccess(),
        schedule.nextPoll(),
        schedule.intervalSeconds(),
        schedule.posts(),
        schedule.failures(),
        schedule.lastError(),
        schedule.disabled());
  }
}
