@NullMarked
package io.gistmill.classifier.embedding;

import org.jspecify.annotations.NullMarked;
