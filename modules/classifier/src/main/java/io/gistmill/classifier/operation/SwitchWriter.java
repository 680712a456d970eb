package io.gistmill.classifier.operation;

import io.gistmill.domain.ClassifierSwitch;

/// Writes a switch into every partition of the posts.
@FunctionalInterface
public interface SwitchWriter {

  /// @throws io.gistmill.runtime.http.Refusal when it was not written, or may not have been
  void write(ClassifierSwitch to);
}
