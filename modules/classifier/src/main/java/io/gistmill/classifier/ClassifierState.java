package io.gistmill.classifier;

import io.gistmill.domain.ClassifierSwitch;

/// How a classifier stands in this process.
///
/// @param to its last switch here, or what it works by without one
/// @param on whether it is asked
/// @param tally what its present version has done
public record ClassifierState(ClassifierSwitch to, boolean on, Tally tally) {

  public String name() {
    return to.classifier();
  }

  public String version() {
    return to.version();
  }
}
