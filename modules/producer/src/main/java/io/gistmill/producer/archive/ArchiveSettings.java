package io.gistmill.producer.archive;

import java.time.ZoneId;

/// How archives are read.
///
/// @param zone the zone of dates that name none; a date without a time counts as noon there
/// @param maxPostBytes the longest post that is read, in bytes of UTF-8 as it stands in the archive
public record ArchiveSettings(ZoneId zone, int maxPostBytes) {

  public static final int DEFAULT_MAX_POST_BYTES = 256 * 1024;

  public ArchiveSettings {
    if (maxPostBytes < 1024) {
      throw new IllegalArgumentException(
          "the limit of a post's size is at least 1024 bytes, not " + maxPostBytes);
    }
  }

  public ArchiveSettings(ZoneId zone) {
    this(zone, DEFAULT_MAX_POST_BYTES);
  }
}
