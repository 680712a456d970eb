package io.gistmill.classifier;

import io.gistmill.domain.ClassifierSwitch;
import java.nio.charset.StandardCharsets;

/// Refuses switches that would go wrong later.
final class SwitchCheck {

  /// A switch travels in one record, which may hold a megabyte, and JSON makes it longer.
  private static final int MAX_BYTES = 512 << 10;

  private SwitchCheck() {}

  static void size(String classifier, String configuration) {
    int bytes = configuration.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "the configuration of classifier '"
              + classifier
              + "' has "
              + bytes
              + " bytes; at most "
              + MAX_BYTES
              + " fit into a switch");
    }
  }

  /// Whoever wrote the switch prepared all readers for these topics, and for tags of this version.
  ///
  /// @param present what this installation makes of the switch's configuration
  static Present same(ClassifierSwitch to, Present present) {
    ClassifierSwitch here = present.asSwitch();
    if (!here.id().equals(to.id()) || !here.topics().keySet().equals(to.topics().keySet())) {
      throw new IllegalArgumentException(
          "the switch was written for "
              + to.id()
              + " with the topics "
              + to.topics().keySet()
              + ", but this installation has "
              + here.id()
              + " with "
              + here.topics().keySet()
              + "; install the classifier that the switch was written with");
    }
    return present;
  }
}
