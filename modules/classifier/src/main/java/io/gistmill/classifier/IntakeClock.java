package io.gistmill.classifier;

import java.time.Instant;

/// How far time has come in one partition.
///
/// @param lastTick instant of the last tick
/// @param forgotten posts that arrived before this are no longer remembered
public record IntakeClock(Instant lastTick, Instant forgotten) {}
