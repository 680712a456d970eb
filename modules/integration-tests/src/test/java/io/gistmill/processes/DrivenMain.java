package io.gistmill.processes;

import io.gistmill.launcher.config.GistmillConfig;
import io.gistmill.launcher.service.Part;
import io.gistmill.launcher.service.Platform;
import io.gistmill.launcher.service.Times;
import io.gistmill.producer.clock.ClockPace;
import io.gistmill.runtime.config.ConfigSources;
import io.gistmill.runtime.service.End;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/// Some parts of Gistmill in one process: as `gistmill run` in everything but the time, which goes
/// by a [FileClock].
public final class DrivenMain {

  /// Each edge up to a day ahead gets its own tick.
  private static final Duration STRIDE = Duration.ofDays(1);

  private static final Duration PAUSE = Duration.ofMillis(20);

  private DrivenMain() {}

  /// @param arguments file of the clock, parts with commas in between, settings as KEY=VALUE
  public static void main(String[] arguments) throws IOException, InterruptedException {
    var clock = new FileClock(Path.of(arguments[0]));
    var settings = new TreeMap<String, String>();
    for (String setting : List.of(arguments).subList(2, arguments.length)) {
      String[] pair = setting.split("=", 2);
      settings.put(pair[0], pair[1]);
    }
    GistmillConfig config =
        GistmillConfig.read(
            ConfigSources.none().withCommandLine(settings), GistmillConfig.Defaults.STANDARD);
    End end = run(config, List.of(arguments[1].split(",")), clock);
    System.exit(end instanceof End.Died ? 1 : 0);
  }

  private static End run(GistmillConfig config, List<String> parts, FileClock clock)
      throws IOException, InterruptedException {
    var times = new Times(clock, new ClockPace(clock, STRIDE, PAUSE));
    try (var platform = Platform.open(config, times)) {
      for (String part : parts) {
        platform.start(Part.valueOf(part));
      }
      System.out.println("driven answers on " + platform.serve() + ", as told");
      return platform.services().awaitEnd();
    }
  }
}
