package io.gistmill.digest.desk;

import io.gistmill.domain.StoryPost;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Keys of the desk's tables. Text order is the order in which rows are worked off.
final class Keys {

  static final String START = "";

  /// Greater than every key, also by UTF-8 bytes.
  static final String END = Character.toString(Character.MAX_CODE_POINT);

  /// Stands in no id and sorts before every other character, so that `a` with its parts comes
  /// before `ab` with its.
  private static final char PART = '\0';

  private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
  private static final DateTimeFormatter FIXED_WIDTH =
      new DateTimeFormatterBuilder().appendInstant(9).toFormatter(Locale.ROOT);

  private Keys() {}

  /// An instant in fixed width. Times outside the years 0 to 9999, which only damaged dates have,
  /// count as the first and the last instant of these.
  static String time(Instant instant) {
    Instant clamped = instant.isBefore(FIRST) ? FIRST : instant.isAfter(LAST) ? LAST : instant;
    return FIXED_WIDTH.format(clamped);
  }

  static String buffered(Instant bucket, StoryPost post) {
    return time(bucket) + "|" + order(post) + PART + revision(post.revision());
  }

  /// Comes after all posts of the bucket, whose times begin with a digit.
  static String bufferedChange(Instant bucket, String post, int revision) {
    return time(bucket) + "|~" + post + PART + revision(revision);
  }

  private static String revision(int number) {
    return String.format(Locale.ROOT, "%010d", number);
  }

  /// The folding order within a bucket.
  static String order(StoryPost post) {
    return time(post.published()) + "|" + post.id();
  }

  static String pending(Instant bucket, String story, String post) {
    return time(bucket) + "|" + story + PART + post;
  }

  /// No row of this bucket or a later one has a smaller key.
  static String writtenFrom(Instant bucket) {
    return time(bucket);
  }

  static String writtenRevision(Instant bucket, String story) {
    return writtenFrom(bucket) + "|revision|" + story;
  }

  /// Comes after all revisions of the bucket.
  static String writtenAlias(Instant bucket, String alias) {
    return writtenFrom(bucket) + "|~alias|" + alias;
  }

  /// @param source null where it is not known
  static String account(@Nullable String source, String author) {
    return (source == null ? "" : source) + PART + author;
  }

  static String partition(int number) {
    return String.format(Locale.ROOT, "partition|%06d", number);
  }
}
