package io.gistmill.gateway.store;

import java.time.Instant;

/// A span of ticks.
///
/// @param from inclusive
/// @param to exclusive
public record Period(Instant from, Instant to) {}
