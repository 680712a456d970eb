package io.gistmill.launcher.candidate;

import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.ClassifierSet;
import io.gistmill.launcher.pipeline.InstalledClassifiers;

/// A set of classifiers that somebody would like to have.
///
/// @param classifiers those that are present, with the set on
public record Candidate(InstalledClassifiers classifiers, ClassifierSet set) {

  public ClassifierRegistry registry() {
    return classifiers.registry();
  }
}
