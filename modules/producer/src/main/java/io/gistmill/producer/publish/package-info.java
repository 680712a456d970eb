/// Writes posts and ticks to Kafka.
@NullMarked
package io.gistmill.producer.publish;

import org.jspecify.annotations.NullMarked;
