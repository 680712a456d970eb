package io.gistmill.classifier;

import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.runtime.state.Table;

/// The state of one partition's [Intake].
///
/// @param seen by post id
/// @param order post ids by `arrived|id`, so that the oldest can be forgotten without looking at
///   the others
/// @param clock one entry
/// @param switches the newest of each classifier, by its name
public record IntakeTables(
    Table<SeenPost> seen,
    Table<String> order,
    Table<IntakeClock> clock,
    Table<ClassifierSwitch> switches) {}
