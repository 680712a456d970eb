@NullMarked
package io.gistmill.classifier.neural;

import org.jspecify.annotations.NullMarked;
