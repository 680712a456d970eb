@NullMarked
package io.gistmill.classifier;

import org.jspecify.annotations.NullMarked;
