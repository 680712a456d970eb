@NullMarked
package io.gistmill.classifier.operation;

import org.jspecify.annotations.NullMarked;
