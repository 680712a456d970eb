package io.gistmill.producer.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One line of a file, not yet decoded.
///
/// @param number from 1
/// @param bytes without the line's end
/// @param overlong true when the line was longer than what is kept of it
@SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
public record Line(long number, byte[] bytes, boolean overlong) {

  /// What makes the line unreadable, with the mend; empty for a sound line.
  public Optional<String> damage(int limit) {
    if (overlong) {
      return Optional.of(tooLong(limit));
    }
    for (byte octet : bytes) {
      if (octet == 0) {
        return Optional.of(
            "the line holds NUL bytes, which no text has; take them out or restore the line from a backup");
      }
    }
    return text().isPresent()
        ? Optional.empty()
        : Optional.of(
            "the line is not valid UTF-8; save the file as UTF-8, for instance with iconv");
  }

  /// @return empty when the bytes are not valid UTF-8
  public Optional<String> text() {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /// What can be read of the line, with marks in place of broken bytes.
  String lenient() {
    int length = Math.min(bytes.length, 4 * ArchiveItem.Reject.EXCERPT);
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  static String tooLong(int limit) {
    return "the post is longer than " + limit + " bytes; shorten or split it";
  }
}
