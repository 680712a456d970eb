package io.gistmill.classifier;

import io.gistmill.domain.ClassifierSwitch;

/// How a classifier stands in this process.
///
/// @param to its last switch here, or what it works by without one
/// @param on whether posts are asked of it
/// @param absent whether it is stood in for, since it is not installed here as the switch has it
/// @param tally what its present version has done
public record ClassifierState(ClassifierSwitch to, boolean on, boolean absent, Tally tally) {

  public String name() {
    return to.classifier();
  }

  public String version() {
    return to.version();
  }
}
