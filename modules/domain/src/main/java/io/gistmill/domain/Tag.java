package io.gistmill.domain;

import java.util.List;

/// A topic that a post has, with the reason.
///
/// @param topic slug of the taxonomy
/// @param confidence from 0 to 1
/// @param classifier name and version, such as `taxonomy@1`
/// @param evidence strongest first
public record Tag(String topic, Fixed confidence, String classifier, List<Evidence> evidence) {

  public Tag {
    if (confidence.compareTo(Fixed.ZERO) < 0 || confidence.compareTo(Fixed.ONE) > 0) {
      throw new IllegalArgumentException(
          "confidence of " + topic + " lies outside 0 to 1: " + confidence);
    }
    evidence = List.copyOf(evidence);
  }
}
