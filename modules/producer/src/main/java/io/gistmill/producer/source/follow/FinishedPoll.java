package io.gistmill.producer.source.follow;

import io.gistmill.producer.source.PollResult;
import java.time.Instant;

/// A poll that waits to be written.
///
/// @param owner who began it; it may own the partition no longer
/// @param before what the source was polled with
/// @param at by the clock of the process
record FinishedPoll(OwnedPartition owner, Followed before, PollResult result, Instant at) {}
