package io.gistmill.launcher.replay;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/// What a replay was asked to do.
///
/// @param archives in this order; ordinals count through all of them
/// @param out folder for the results
/// @param zone of dates without one, and of the digests' days
/// @param partitions over how many partitions posts and subscribers are spread; never changes the
///   digests
/// @param dailyItems stories that a daily digest shows at the most
/// @param weeklyItems stories that a weekly digest shows at the most
public record ReplaySettings(
    List<Path> archives, Path out, ZoneId zone, int partitions, int dailyItems, int weeklyItems) {

  public static final ZoneId DEFAULT_ZONE = ZoneId.of("Asia/Shanghai");
  public static final int DEFAULT_PARTITIONS = 4;
  public static final int MAX_PARTITIONS = 64;
  public static final int DEFAULT_DAILY_ITEMS = 30;
  public static final int DEFAULT_WEEKLY_ITEMS = 60;

  public ReplaySettings {
    archives = List.copyOf(archives);
  }
}
