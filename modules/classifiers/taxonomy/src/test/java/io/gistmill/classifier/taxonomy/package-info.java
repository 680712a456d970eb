@NullMarked
package io.gistmill.classifier.taxonomy;

import org.jspecify.annotations.NullMarked;
