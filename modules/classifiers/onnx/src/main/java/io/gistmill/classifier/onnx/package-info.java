/// Tags posts by a model for the classification of texts that the operator brings as a file.
///
/// Start reading at [OnnxEngine].
@NullMarked
package io.gistmill.classifier.onnx;

import org.jspecify.annotations.NullMarked;
