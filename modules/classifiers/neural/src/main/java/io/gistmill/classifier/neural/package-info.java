/// Neural models at work: what cuts a text into their tokens, and ONNX Runtime, which does their
/// sums. Heavy; who needs no model can leave it out.
///
/// Start reading at [OnnxModel].
@NullMarked
package io.gistmill.classifier.neural;

import org.jspecify.annotations.NullMarked;
