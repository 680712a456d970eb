/// The catalogue of Kafka topics: what stands in each, in which form, and how long.
@NullMarked
package io.gistmill.contracts;

import org.jspecify.annotations.NullMarked;
