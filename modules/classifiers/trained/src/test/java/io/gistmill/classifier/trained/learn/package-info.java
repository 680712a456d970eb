@NullMarked
package io.gistmill.classifier.trained.learn;

import org.jspecify.annotations.NullMarked;
