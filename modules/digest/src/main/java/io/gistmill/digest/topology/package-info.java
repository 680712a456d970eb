/// Desk and mailroom inside Kafka Streams: which topics they read and write, and what they store.
@NullMarked
package io.gistmill.digest.topology;

import org.jspecify.annotations.NullMarked;
