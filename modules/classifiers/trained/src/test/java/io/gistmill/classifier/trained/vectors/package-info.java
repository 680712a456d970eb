@NullMarked
package io.gistmill.classifier.trained.vectors;

import org.jspecify.annotations.NullMarked;
