package io.gistmill.runtime.streams;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;

/// What measures a topology.
///
/// @param registry takes what Kafka and the stage measure, each with the tag `service`
/// @param clock that the ticks are made by
public record Metering(MeterRegistry registry, InstantSource clock) {}
