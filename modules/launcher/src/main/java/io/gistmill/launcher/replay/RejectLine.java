package io.gistmill.launcher.replay;

import org.jspecify.annotations.Nullable;

/// One line of `rejects.jsonl`.
///
/// @param where the archive or the topic
/// @param line of the archive, from 1; null where there is none
/// @param ordinal of the post, where it got one
/// @param reason what was wrong and how to mend it
/// @param excerpt the beginning of what was rejected
record RejectLine(
    String where,
    @Nullable Long line,
    @Nullable Long ordinal,
    String reason,
    @Nullable String excerpt) {

  private static final int EXCERPT = 200;

  /// Never ends within a character: half of one cannot be written as UTF-8.
  static String excerpt(String text) {
    if (text.length() <= EXCERPT) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(EXCERPT - 1)) ? EXCERPT - 1 : EXCERPT;
    return text.substring(0, end);
  }
}
