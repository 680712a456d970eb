/// Tags posts: finds the classifiers that are present, asks them, removes repeats and works out
/// what later stages compare posts by. Knows nothing of Kafka.
///
/// Start reading at [Intake].
@NullMarked
package io.gistmill.classifier;

import org.jspecify.annotations.NullMarked;
