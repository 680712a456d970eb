package io.gistmill.runtime.config;

import java.time.Duration;

/// How people write lengths of time, in settings and elsewhere: `500ms`, `30s`, `5m`, `2h`, `7d`,
/// `PT30S`.
public final class LengthOfTime {

  private LengthOfTime() {}

  /// @throws IllegalArgumentException with the rest of a sentence that begins with the text
  public static Duration parse(String text) {
    return Parsers.duration(text);
  }
}
