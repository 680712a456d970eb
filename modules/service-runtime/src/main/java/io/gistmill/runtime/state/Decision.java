package io.gistmill.runtime.state;

import org.jspecify.annotations.Nullable;

/// A record that a state machine decided to write.
///
/// @param value null deletes what stood under the key
public record Decision<V>(String key, @Nullable V value) {}
