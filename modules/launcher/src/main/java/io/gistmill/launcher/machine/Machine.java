package io.gistmill.launcher.machine;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;

/// The one place where Gistmill looks at the clock and the zone of the machine. Both come out as
/// data: as ticks on the log, and as a setting in a file.
public final class Machine {

  private Machine() {}

  public static InstantSource time() {
    return InstantSource.system();
  }

  /// How long this process has been running.
  public static Duration sinceStart() {
    return Duration.ofMillis(ManagementFactory.getRuntimeMXBean().getUptime());
  }

  public static ZoneId zone() {
    return ZoneId.systemDefault();
  }
}
