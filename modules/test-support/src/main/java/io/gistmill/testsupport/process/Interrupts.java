package io.gistmill.testsupport.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sees to it that child processes heed Ctrl-C: what a shell starts in the background ignores it,
/// and passes that on to its children.
final class Interrupts {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final Pattern IGNORED = Pattern.compile("(?m)^SigIgn:\\s+([0-9a-f]+)$");
  private static final long INTERRUPT = 1L << 1;

  private Interrupts() {}

  static List<String> heeded(List<String> command) {
    if (!areIgnoredHere()) {
      return command;
    }
    var heeding = new ArrayList<>(List.of("env", "--default-signal=INT"));
    heeding.addAll(command);
    return heeding;
  }

  private static boolean areIgnoredHere() {
    try {
      Matcher ignored = IGNORED.matcher(Files.exists(STATUS) ? Files.readString(STATUS) : "");
      return ignored.find() && (Long.parseUnsignedLong(ignored.group(1), 16) & INTERRUPT) != 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
