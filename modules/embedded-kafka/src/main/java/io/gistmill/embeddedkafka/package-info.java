/// A Kafka broker that needs no set-up. The only place that sees broker classes.
@NullMarked
package io.gistmill.embeddedkafka;

import org.jspecify.annotations.NullMarked;
