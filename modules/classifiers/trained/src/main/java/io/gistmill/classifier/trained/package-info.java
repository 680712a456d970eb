/// Tags posts by a linear model that was learnt from labelled posts.
///
/// Start reading at [TrainedClassifierFactory]; then `text` for what a model sees, `model` for what
/// it says, `learn` for how it comes to be.
@NullMarked
package io.gistmill.classifier.trained;

import org.jspecify.annotations.NullMarked;
