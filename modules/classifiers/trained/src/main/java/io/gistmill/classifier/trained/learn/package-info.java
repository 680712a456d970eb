/// Learns models from labelled posts, and says how good they are.
///
/// Start reading at [Trainer].
@NullMarked
package io.gistmill.classifier.trained.learn;

import org.jspecify.annotations.NullMarked;
