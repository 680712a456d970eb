@NullMarked
package io.gistmill.classifier.names;

import org.jspecify.annotations.NullMarked;
