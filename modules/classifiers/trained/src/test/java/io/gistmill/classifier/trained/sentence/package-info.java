@NullMarked
package io.gistmill.classifier.trained.sentence;

import org.jspecify.annotations.NullMarked;
