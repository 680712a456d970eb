package io.gistmill.classifier.taxonomy;

import io.gistmill.domain.PostIds;
import java.util.List;

/// Names a taxonomy after what stands in it.
final class Versions {

  private static final int DIGITS = 12;

  private Versions() {}

  static String of(String content) {
    return PostIds.hash(List.of("taxonomy", content)).substring(0, DIGITS);
  }
}
