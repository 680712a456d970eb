package io.gistmill.classifier;

import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.PostEvent;
import io.gistmill.runtime.state.Table;

/// The state of one partition's [Intake].
///
/// @param seen by post id
/// @param order post ids by `arrived|id`, so that the oldest can be forgotten without looking at
///   the others
/// @param clock one entry
/// @param switches the newest of each classifier, by its name
/// @param waiting events that have come and are not worked on yet, by their place in line
public record IntakeTables(
    Table<SeenPost> seen,
    Table<String> order,
    Table<IntakeClock> clock,
    Table<ClassifierSwitch> switches,
    Table<PostEvent> waiting) {}
