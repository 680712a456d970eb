@NullMarked
package io.gistmill.classifier.topology;

import org.jspecify.annotations.NullMarked;
