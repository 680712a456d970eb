/// Runs state machines inside Kafka Streams: tables over stores, slices, the failure policy, and
/// the life of a topology.
@NullMarked
package io.gistmill.runtime.streams;

import org.jspecify.annotations.NullMarked;
