/// The only place where real time enters the stream, as ticks.
@NullMarked
package io.gistmill.producer.clock;

import org.jspecify.annotations.NullMarked;
