/// State machines in plain Java, and state as they see it: an ordered table. In a topology a Kafka
/// Streams store stands behind a table, in a simulation a map.
@NullMarked
package io.gistmill.runtime.state;

import org.jspecify.annotations.NullMarked;
