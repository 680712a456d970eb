/// Classes that tests load in loaders of their own.
@NullMarked
package io.gistmill.classifier.testclasses;

import org.jspecify.annotations.NullMarked;
