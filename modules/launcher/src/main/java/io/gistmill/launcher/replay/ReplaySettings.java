package io.gistmill.launcher.replay;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/// What a replay was asked to do.
///
/// @param archives in this order; ordinals count through all of them
/// @param out folder for the results
/// @param zone of dates without one, and of the digests' days
/// @param partitions over how many partitions posts and subscribers are spread, from 1 to
///   [#MAX_PARTITIONS]; never changes the digests
/// @param dailyItems stories that a daily digest shows at the most, from 1 to [#MAX_ITEMS]
/// @param weeklyItems stories that a weekly digest shows at the most, from 1 to [#MAX_ITEMS]
public record ReplaySettings(
    List<Path> archives, Path out, ZoneId zone, int partitions, int dailyItems, int weeklyItems) {

  public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");
  public static final int DEFAULT_PARTITIONS = 4;
  public static final int MAX_PARTITIONS = 64;
  public static final int DEFAULT_DAILY_ITEMS = 30;
  public static final int DEFAULT_WEEKLY_ITEMS = 60;
  public static final int MAX_ITEMS = 1_000;

  public ReplaySettings {
    archives = List.copyOf(archives);
    requireRange("partitions", partitions, MAX_PARTITIONS);
    requireRange("dailyItems", dailyItems, MAX_ITEMS);
    requireRange("weeklyItems", weeklyItems, MAX_ITEMS);
  }

  private static void requireRange(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(
          name + " must lie between 1 and " + most + ", not at " + value);
    }
  }
}
