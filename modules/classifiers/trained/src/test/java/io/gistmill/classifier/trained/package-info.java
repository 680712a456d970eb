@NullMarked
package io.gistmill.classifier.trained;

import org.jspecify.annotations.NullMarked;
