package io.gistmill.benchmarks.delivery;

import com.sun.management.OperatingSystemMXBean;
import io.gistmill.contracts.TopicAdmin;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.Digest;
import io.gistmill.domain.StoryEvent;
import io.gistmill.runtime.state.Table;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;

/// Measures one way, on topics of its own.
///
/// @param each how many stories a digest has
/// @param hookPort of the web server that takes posts
record WayRun(
    String bootstrap,
    Table<StoryEvent> stories,
    List<Digest.Item> items,
    int each,
    MeasuredTransports transports,
    int hookPort) {

  private static final Duration PAUSE = Duration.ofMillis(5);
  private static final int PARTITIONS = 4;

  /// @param perSecond behind the first fifth, in which lanes widen and connections are made
  /// @param micros of processors for one, those of the broker too
  record Result(double perSecond, double micros, long failed) {}

  Result of(Way way, String prefix, int digests) throws InterruptedException {
    var topics = new Topics(prefix, 1, PARTITIONS);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      TopicAdmin.ensure(
          admin,
          List.of(topics.subscriptions(), topics.digests(), topics.deliveries(), topics.rejects()));
    }
    write(way, topics, digests);
    try (var courier =
        new MeasuredCourier(
            bootstrap,
            topics,
            stories,
            way.channel(),
            transports.of(way),
            transports.connections())) {
      return measured(courier, digests);
    }
  }

  private void write(Way way, Topics topics, int digests) {
    try (var due = new DueDigests(bootstrap, topics, way.channel(), items, each, hookPort)) {
      due.signUp(IntStream.range(0, digests));
      for (int reader = 0; reader < digests; reader++) {
        due.digest(reader);
      }
      due.settle();
    }
  }

  private static Result measured(MeasuredCourier courier, int digests) throws InterruptedException {
    long first = await(courier, digests / 5);
    long begun = System.nanoTime();
    long busy = processorTime();
    long last = await(courier, digests);
    double seconds = (System.nanoTime() - begun) / 1e9;
    double micros = (processorTime() - busy) / 1e3;
    long done = last - first;
    return new Result(done / seconds, micros / done, courier.failed());
  }

  private static long await(MeasuredCourier courier, long count) throws InterruptedException {
    while (courier.done() + courier.failed() < count) {
      Thread.sleep(PAUSE);
    }
    return courier.done() + courier.failed();
  }

  private static long processorTime() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
