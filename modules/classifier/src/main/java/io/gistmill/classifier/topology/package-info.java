/// The classifier as a Kafka Streams topology.
@NullMarked
package io.gistmill.classifier.topology;

import org.jspecify.annotations.NullMarked;
