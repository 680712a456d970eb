package io.gistmill.gateway.store;

import io.gistmill.domain.ClassifierSwitch;
import java.time.Instant;

/// A switch that holds.
///
/// @param since the last tick before it
public record MadeSwitch(ClassifierSwitch to, Instant since) {}
