/// Vectors of words, distilled from an embedding model.
@NullMarked
package io.gistmill.classifier.trained.vectors;

import org.jspecify.annotations.NullMarked;
