package io.gistmill.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.contracts.Topics;
import io.gistmill.courier.CourierWorld.Reader;
import io.gistmill.delivery.Message;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Recipient;
import io.gistmill.delivery.Transport;
import io.gistmill.digest.courier.Courier;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Tick;
import io.gistmill.launcher.pipeline.Stage;
import io.gistmill.runtime.streams.StreamsService;
import io.gistmill.testsupport.kafka.TestBroker;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Mailroom and courier that were away for days, over a real log. Readers want a digest at
/// midnight, and there is a story for each day.
@Timeout(400)
class OutageTest {

  private static final int READERS = 6;
  private static final int PARTITIONS = 2;
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration LIMIT = Duration.ofSeconds(120);

  /// A stage that was closed is missed by its group only then.
  private static final Duration SESSION = Duration.ofSeconds(10);

  private static final Duration TRANSACTION = Duration.ofSeconds(60);

  /// Before what is sent no more, with all days of the outage.
  private static final Instant BEGIN =
      Instant.now().truncatedTo(ChronoUnit.DAYS).minus(DAY.multipliedBy(4));

  private static TestBroker broker;

  @TempDir private Path folder = Path.of("");
  private final Inboxes inboxes = new Inboxes();

  @BeforeAll
  static void start() {
    broker = TestBroker.start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  /// What came to each reader, in order.
  private static final class Inboxes implements Transport {

    private final Map<String, List<String>> taken = new ConcurrentHashMap<>();

    @Override
    public String destination(Recipient to) {
      return to.subscriber();
    }

    @Override
    public Outcome send(Message message, Recipient to) {
      taken.computeIfAbsent(to.subscriber(), key -> new CopyOnWriteArrayList<>()).add(message.id());
      return new Outcome.Accepted("250 taken");
    }

    boolean hold(int each) {
      return taken.size() == READERS && taken.values().stream().allMatch(ids -> ids.size() >= each);
    }

    @Override
    public void close() {}
  }

  private CourierWorld world(Topics topics) {
    var world =
        CourierWorld.on(
            broker.bootstrapServers(),
            topics,
            BEGIN,
            reader -> Reader.byMail("reader-" + reader + "@example.org"));
    world.signUp(1, 0, READERS);
    return world;
  }

  private StreamsService mailroom(Topics topics, String state) {
    return Stage.MAILROOM.start(
        broker.bootstrapServers(),
        topics,
        folder.resolve(state),
        settings -> settings.withTimeouts(SESSION, TRANSACTION));
  }

  private Courier courier(Topics topics) {
    return new TestCourier(
            broker.bootstrapServers(), topics, InstantSource.system(), Duration.ofSeconds(45), 8)
        .start(BEGIN, Map.of(Channel.EMAIL, inboxes));
  }

  private static Instant midnight(int day) {
    return BEGIN.plus(DAY.multipliedBy(day));
  }

  private static String cut(int reader, Instant cut) {
    return "reader-"
        + reader
        + "-daily."
        + cut.toString().replaceAll("[-:]", "").replaceFirst("00Z$", "Z");
  }

  @Test
  void whenAllIsDownForThreeDaysThereIsOneDigest() {
    // given
    var topics = new Topics("all-down", PARTITIONS, PARTITIONS);
    CourierWorld world = world(topics);
    Instant signedUp = BEGIN.plus(Tick.QUARTER);
    try (var _ = mailroom(topics, "state");
        var _ = courier(topics)) {
      await().atMost(LIMIT).until(() -> inboxes.hold(1));
    }

    // when
    world.tick(new Tick(midnight(3).plus(Tick.QUARTER), signedUp, false));
    world.tick(
        new Tick(
            midnight(3).plus(Tick.QUARTER.multipliedBy(2)), midnight(3).plus(Tick.QUARTER), true));
    try (var _ = mailroom(topics, "state");
        var _ = courier(topics)) {
      await().atMost(LIMIT).until(() -> inboxes.hold(2));
    }

    // then
    for (int reader = 0; reader < READERS; reader++) {
      assertThat(inboxes.taken.get("reader-" + reader))
          .containsExactly(cut(reader, signedUp), cut(reader, midnight(3)));
    }
  }

  @Test
  void whenMailroomAndCourierAreDownEachDigestComesInOrderAndOnceFromTwoOfEach() {
    // given
    var topics = new Topics("stages-down", PARTITIONS, PARTITIONS);
    CourierWorld world = world(topics);
    Instant before = BEGIN.plus(Tick.QUARTER);
    Instant signedUp = before;
    for (int day = 1; day <= 3; day++) {
      world.tick(new Tick(midnight(day), before, true));
      before = midnight(day);
    }

    // when
    try (var _ = mailroom(topics, "one");
        var _ = mailroom(topics, "two");
        var _ = courier(topics);
        var _ = courier(topics)) {
      await().atMost(LIMIT).until(() -> inboxes.hold(4));
    }

    // then
    for (int reader = 0; reader < READERS; reader++) {
      assertThat(inboxes.taken.get("reader-" + reader))
          .containsExactly(
              cut(reader, signedUp),
              cut(reader, midnight(1)),
              cut(reader, midnight(2)),
              cut(reader, midnight(3)));
    }
  }
}
