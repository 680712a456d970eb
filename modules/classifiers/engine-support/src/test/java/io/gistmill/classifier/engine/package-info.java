@NullMarked
package io.gistmill.classifier.engine;

import org.jspecify.annotations.NullMarked;
