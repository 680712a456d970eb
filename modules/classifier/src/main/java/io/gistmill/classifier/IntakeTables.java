package io.gistmill.classifier;

import io.gistmill.runtime.state.Table;

/// The state of one partition's [Intake].
///
/// @param seen by post id
/// @param order post ids by `admitted|id`, so that the oldest can be forgotten without looking at
///   the others
/// @param clock one entry
public record IntakeTables(Table<SeenPost> seen, Table<String> order, Table<IntakeClock> clock) {}
