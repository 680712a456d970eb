@NullMarked
package io.gistmill.classifier.tck;

import org.jspecify.annotations.NullMarked;
