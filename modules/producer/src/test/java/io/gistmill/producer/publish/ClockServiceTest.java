package io.gistmill.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.contracts.Topics;
import io.gistmill.domain.ClockEvent;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.Tick;
import io.gistmill.producer.clock.ClockPace;
import io.gistmill.producer.clock.SpedUpClock;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.testsupport.kafka.TestBroker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ClockServiceTest {

  private static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");

  private static TestBroker broker;

  @BeforeAll
  static void startBroker() {
    broker = TestBroker.start();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void theFirstTickStandsInEveryPartitionBeforeSourcesMayWrite() {
    // given
    Topics topics = topics("first");
    var time = new SettableTime(NOON.plusSeconds(7));

    // when
    Tick first;
    try (var clock = start(topics, time)) {
      first = clock.firstTick().join();
    }

    // then
    assertThat(first).isEqualTo(new Tick(NOON, null, true));
    assertThat(ticksInPosts(topics, 0)).containsExactly(first);
    assertThat(ticksInPosts(topics, 2)).containsExactly(first);
    assertThat(broker.read(topics.subscriptions()).all())
        .extracting(record -> record.value())
        .containsOnly(new SubscriptionEvent.Ticked(first))
        .hasSize(2);
    assertThat(ticksOfClock(topics)).containsExactly(first);
  }

  @Test
  void aSecondInstanceWaitsUntilTheFirstIsClosedAndGoesOnBehindIt() {
    // given
    Topics topics = topics("handover");
    var time = new SettableTime(NOON);
    var first = start(topics, time);
    first.firstTick().join();
    var registry = new SimpleMeterRegistry();
    try (var second = start(topics, time, registry)) {
      second.firstTick().join();
      await().until(() -> second.hindrances().isEmpty());
      time.set(NOON.plus(Duration.ofMinutes(15)));
      awaitTicks(topics, 2);

      // when
      first.close();
      time.set(NOON.plus(Duration.ofMinutes(20)));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> registry.get("gistmill.clock.turn").gauge().value() == 1);
      time.set(NOON.plus(Duration.ofMinutes(30)));
      awaitTicks(topics, 3);
    }

    // then
    assertThat(first.stopped()).isCompleted();
    assertThat(ticksOfClock(topics))
        .containsExactly(
            new Tick(NOON, null, true),
            new Tick(NOON.plus(Duration.ofMinutes(15)), NOON, true),
            new Tick(NOON.plus(Duration.ofMinutes(30)), NOON.plus(Duration.ofMinutes(15)), true));
    assertThat(ticksInPosts(topics, 1)).isEqualTo(ticksOfClock(topics));
  }

  @Test
  void anEdgeThatNoInstanceSawIsUnwatched() {
    // given
    Topics topics = topics("gap");
    var time = new SettableTime(NOON);
    try (var before = start(topics, time)) {
      before.firstTick().join();
    }

    // when
    Instant later = NOON.plus(Duration.ofHours(3));
    time.set(later);
    try (var after = start(topics, time)) {
      after.firstTick().join();
    }

    // then
    assertThat(ticksOfClock(topics))
        .containsExactly(new Tick(NOON, null, true), new Tick(later, NOON, false));
  }

  @Test
  void aFencedClockWritesNothingOfItsOwnAndGoesOnBehindItsRival() {
    // given
    Topics topics = topics("fenced");
    var time = new SettableTime(NOON);
    try (var clock = start(topics, time)) {
      clock.firstTick().join();

      // when
      Tick rivals = new Tick(NOON.plus(Duration.ofMinutes(15)), NOON, true);
      try (var rival = TickLog.open(connection(), topics)) {
        rival.write(List.of(rivals));
      }
      time.set(NOON.plus(Duration.ofMinutes(15)));
      time.set(NOON.plus(Duration.ofMinutes(30)));
      awaitTicks(topics, 3);

      // then
      assertThat(clock.stopped()).isNotDone();
      assertThat(ticksOfClock(topics))
          .startsWith(new Tick(NOON, null, true), rivals)
          .last()
          .satisfies(
              last -> {
                assertThat(last.instant()).isEqualTo(NOON.plus(Duration.ofMinutes(30)));
                assertThat(last.previous()).isEqualTo(rivals.instant());
              });
      assertThat(ticksInPosts(topics, 0)).isEqualTo(ticksOfClock(topics));
    }
  }

  @Test
  void aSpedUpClockMissesNoEdge() {
    // given
    Topics topics = topics("fast");
    long factor = Duration.ofDays(7).toSeconds();

    // when
    var pace = ClockPace.spedUp(new SpedUpClock(NOON, factor, System::nanoTime));
    try (var clock = ClockService.start(connection(), topics, pace, new SimpleMeterRegistry())) {
      clock.firstTick().join();
      awaitTicks(topics, 2_000);
    }

    // then
    List<Tick> ticks = ticksInPosts(topics, 0);
    for (int i = 1; i < ticks.size(); i++) {
      Instant before = ticks.get(i - 1).instant();
      assertThat(ticks.get(i)).isEqualTo(new Tick(before.plus(Tick.QUARTER), before, true));
    }
  }

  @Test
  void whatCannotBeReadOfTheClocksTopicEndsTheServiceWithItsCause() throws Exception {
    // given
    Topics topics = topics("broken");
    try (var writer = TransactionalWriter.open(connection(), "vandal")) {
      writer.write(List.of(new ProducerRecord<>(topics.clock().name(), "tick", new byte[] {1})));
    }

    // when
    try (var clock = start(topics, new SettableTime(NOON))) {
      await().until(() -> clock.stopped().isDone());

      // then
      assertThat(clock.stopped()).isCompletedExceptionally();
      assertThat(clock.firstTick()).isCompletedExceptionally();
      assertThat(clock.hindrances()).containsExactly("the clock has died");
    }
  }

  @Test
  void theDelayOfTheLastTickIsTold() {
    // given
    Topics topics = topics("meters");
    var registry = new SimpleMeterRegistry();
    var pace = ClockPace.real(new SettableTime(NOON.plusSeconds(42)));

    // when
    try (var clock = ClockService.start(connection(), topics, pace, registry)) {
      clock.firstTick().join();

      // then
      assertThat(registry.get("gistmill.clock.tick.delay").gauge().value()).isEqualTo(42);
      assertThat(registry.get("gistmill.clock.turn").gauge().value()).isEqualTo(1);
    }
  }

  private static ClockService start(Topics topics, SettableTime time) {
    return start(topics, time, new SimpleMeterRegistry());
  }

  private static ClockService start(Topics topics, SettableTime time, MeterRegistry registry) {
    var pace = new ClockPace(time, Duration.ZERO, Duration.ofMillis(5));
    return ClockService.start(connection(), topics, pace, registry);
  }

  private static void awaitTicks(Topics topics, int count) {
    broker
        .read(topics.clock())
        .until(
            count + " ticks",
            read -> read.stream().filter(record -> record.key().equals("tick")).count() >= count);
  }

  private static List<Tick> ticksOfClock(Topics topics) {
    return broker.read(topics.clock()).all().stream()
        .filter(record -> record.key().equals("tick"))
        .map(record -> ((ClockEvent.Ticked) record.value()).tick())
        .toList();
  }

  private static List<Tick> ticksInPosts(Topics topics, int partition) {
    return broker.read(topics.posts()).all().stream()
        .filter(record -> record.partition() == partition)
        .map(record -> ((PostEvent.Ticked) record.value()).tick())
        .toList();
  }

  private static Topics topics(String prefix) {
    var topics = new Topics(prefix, 3, 2);
    broker.create(topics.all());
    return topics;
  }

  private static KafkaConnection connection() {
    return new KafkaConnection(broker.bootstrapServers(), Map.of("fetch.max.wait.ms", "20"));
  }
}
