@NullMarked
package io.gistmill.classifier.trained.text;

import org.jspecify.annotations.NullMarked;
