@NullMarked
package io.gistmill.classifier.api;

import org.jspecify.annotations.NullMarked;
