package io.gistmill.classifier.http;

import java.io.Serial;

/// An answer, or a part of one, that breaks the documented form.
final class NonsenseException extends Exception {

  @Serial private static final long serialVersionUID = 1;

  /// @param place such as `outcomes[0].tags[1].topic`
  NonsenseException(String place, String problem) {
    super(place + " " + problem);
  }
}
