/// What a classifier author implements: one [Classifier] and one [ClassifierFactory] that is found
/// by [java.util.ServiceLoader].
@NullMarked
package io.gistmill.classifier.api;

import org.jspecify.annotations.NullMarked;
