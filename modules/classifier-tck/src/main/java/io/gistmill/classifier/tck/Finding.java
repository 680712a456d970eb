package io.gistmill.classifier.tck;

import org.jspecify.annotations.Nullable;

/// What one trial came to.
///
/// @param promise that was tried, with its number, such as `classifier 1: ...`
/// @param broken how it is broken and what mends it; null where it is kept
public record Finding(String promise, @Nullable String broken) {

  public boolean kept() {
    return broken == null;
  }
}
