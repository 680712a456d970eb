/// Tries whether a classifier keeps what [io.gistmill.classifier.api.Classifier] and
/// [io.gistmill.classifier.api.ClassifierFactory] promise: [ClassifierContract] as a JUnit class,
/// [Contract] without JUnit.
@NullMarked
package io.gistmill.classifier.tck;

import org.jspecify.annotations.NullMarked;
