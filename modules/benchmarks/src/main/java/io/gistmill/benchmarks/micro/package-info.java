/// Single pieces of work without Kafka and without stores on disk, measured by JMH.
@NullMarked
package io.gistmill.benchmarks.micro;

import org.jspecify.annotations.NullMarked;
