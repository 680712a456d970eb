package io.gistmill.benchmarks;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/// Watches how much memory this process takes.
public final class Memory {

  private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");
  private static final int MEBI = 20;

  private static final String FULL = "end of major GC";

  private final Set<String> heap = new TreeSet<>();
  private final AtomicLong peakLive = new AtomicLong();

  private Memory() {
    ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .forEach(pool -> heap.add(pool.getName()));
  }

  static Memory watch() {
    var memory = new Memory();
    for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
      ((NotificationEmitter) collector)
          .addNotificationListener(
              (notification, _) -> memory.onCollection(notification), null, null);
    }
    return memory;
  }

  private void onCollection(Notification notification) {
    var info = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
    if (info.getGcAction().equals(FULL)) {
      long left =
          info.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
              .filter(pool -> heap.contains(pool.getKey()))
              .mapToLong(pool -> pool.getValue().getUsed())
              .sum();
      peakLive.accumulateAndGet(left, Math::max);
    }
  }

  /// The most that a full collection left on the heap; 0 when there was none.
  long peakLiveMegabytes() {
    return peakLive.get() >> MEBI;
  }

  /// The most that the process ever held: heap, broker, stores, compiled code, all of it.
  ///
  /// @return -1 where the system does not tell, that is anywhere but on Linux
  public static long peakResidentMegabytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return -1;
    }
    Matcher peak = PEAK.matcher(Files.readString(status));
    return peak.find() ? Long.parseLong(peak.group(1)) / 1024 : -1;
  }
}
