package io.gistmill.courier;

import io.gistmill.determinism.StageProcess;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.DigestEvent;
import io.gistmill.launcher.pipeline.Stage;
import io.gistmill.testsupport.kafka.TopicReader;
import io.gistmill.testsupport.peer.MailSink;
import io.gistmill.testsupport.peer.TestPeer;
import io.gistmill.testsupport.process.BrokerProcess;
import io.gistmill.testsupport.process.ChildJvm;
import io.gistmill.testsupport.process.JavaProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// A broker, a mailroom and a courier, each in a process of its own, with readers who sign up in
/// waves: in the middle of each wave's work one of the three is killed with `kill -9`, and started
/// again. Mails and posts go to real sockets.
final class KillRun {

  private static final String SESSION_SECONDS = "2";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int RECORDS_OF_A_DELIVERY = 3;

  private final Path folder;
  private final List<Kill> schedule;
  private final int subscribers;
  private final List<Instant> courierKills = new ArrayList<>();
  private int starts;

  /// What came of it.
  ///
  /// @param expected keys of what has to arrive, without the cut
  /// @param digests ids that the mailroom committed, in order
  /// @param arrived how often each came, by id and channel
  /// @param ledger all states of each delivery, by the same key
  /// @param courierKills when couriers were killed
  record Result(
      Set<String> expected,
      List<String> digests,
      SortedMap<String, Integer> arrived,
      SortedMap<String, List<Delivery>> ledger,
      List<LedgerHistory.Repeat> repeats,
      List<Instant> courierKills,
      Duration took) {

    int arrivedAgain() {
      return arrived.values().stream().mapToInt(count -> count - 1).sum();
    }
  }

  KillRun(Path folder, List<Kill> schedule, int subscribers) {
    this.folder = folder;
    this.schedule = schedule;
    this.subscribers = subscribers;
  }

  /// The three processes.
  private final class Processes implements AutoCloseable {

    private final CourierWorld world;
    private final BrokerProcess broker;
    private final int smtp;
    private ChildJvm mailroom;
    private ChildJvm courier;

    Processes(CourierWorld world, BrokerProcess broker, int smtp) {
      this.world = world;
      this.broker = broker;
      this.smtp = smtp;
      this.mailroom = mailroom();
      this.courier = courier();
    }

    private ChildJvm mailroom() {
      return started(
          JavaProgram.of(
              StageProcess.class,
              Stage.MAILROOM.name(),
              broker.bootstrapServers(),
              Integer.toString(CourierWorld.TOPICS.subscriptions().partitions()),
              folder.resolve("mailroom").toString()));
    }

    private ChildJvm courier() {
      return started(
          JavaProgram.of(
              CourierProcess.class,
              broker.bootstrapServers(),
              Integer.toString(smtp),
              SESSION_SECONDS,
              world.begin().toString()));
    }

    private ChildJvm started(JavaProgram program) {
      String log = program.main().replaceAll(".*\\.", "") + "-" + starts++ + ".log";
      ChildJvm started = program.start(folder.resolve(log));
      var _ = started.awaitReady();
      return started;
    }

    void kill(Prey prey) {
      switch (prey) {
        case COURIER -> {
          courier.kill();
          courierKills.add(Instant.now());
          courier = courier();
        }
        case MAILROOM -> {
          mailroom.kill();
          mailroom = mailroom();
        }
        case BROKER -> {
          broker.kill();
          broker.restart();
        }
      }
    }

    @Override
    public void close() {
      courier.close();
      mailroom.close();
    }
  }

  Result run() {
    long begun = System.nanoTime();
    try (var broker = BrokerProcess.start(folder, "group.min.session.timeout.ms=1000");
        var mails = new MailSink();
        var hook = new TestPeer()) {
      hook.on("/hook", "text/plain", "taken");
      var world =
          CourierWorld.on(
              broker.bootstrapServers(),
              CourierWorld.TOPICS,
              CourierWorld.byMailAndSomeByWebhook(hook.port()));
      try (var processes = new Processes(world, broker, mails.port());
          var history = new LedgerHistory(broker.bootstrapServers(), CourierWorld.TOPICS)) {
        disturb(world, processes);
        Set<String> expected = world.expected(subscribers);
        history.awaitSent(expected, PATIENCE);
        return new Result(
            expected,
            digests(broker),
            arrived(mails, hook),
            history.deliveries(),
            history.repeats(),
            List.copyOf(courierKills),
            Duration.ofNanos(System.nanoTime() - begun));
      }
    }
  }

  private void disturb(CourierWorld world, Processes processes) {
    var digests = CourierWorld.TOPICS.digests();
    var ledger = CourierWorld.TOPICS.deliveries();
    try (var count = new RecordCount(world.bootstrap(), digests, ledger)) {
      for (int wave = 0; wave < schedule.size(); wave++) {
        int first = first(wave);
        int behind = first(wave + 1);
        world.signUp(wave + 1, first, behind - first);
        Kill kill = schedule.get(wave);
        double reader = first + (behind - first) * kill.share();
        if (kill.atCut()) {
          count.await(digests, (long) reader + 1);
        } else {
          count.await(ledger, RECORDS_OF_A_DELIVERY * (long) reader + 1);
        }
        processes.kill(kill.prey());
      }
    }
  }

  private int first(int wave) {
    return subscribers * wave / schedule.size();
  }

  private static List<String> digests(BrokerProcess broker) {
    return new TopicReader<>(broker.bootstrapServers(), CourierWorld.TOPICS.digests())
        .all().stream()
            .filter(record -> record.value() instanceof DigestEvent.Made)
            .map(record -> record.key())
            .toList();
  }

  private static SortedMap<String, Integer> arrived(MailSink mails, TestPeer hook) {
    var arrived = new TreeMap<String, Integer>();
    mails
        .arrived()
        .forEach((id, times) -> arrived.put(id.substring(0, id.indexOf('@')) + "|email", times));
    hook.asked()
        .forEach(
            post -> arrived.merge(post.headers().get("webhook-id") + "|webhook", 1, Integer::sum));
    return arrived;
  }
}
