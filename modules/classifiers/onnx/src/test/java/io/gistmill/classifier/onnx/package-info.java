@NullMarked
package io.gistmill.classifier.onnx;

import org.jspecify.annotations.NullMarked;
