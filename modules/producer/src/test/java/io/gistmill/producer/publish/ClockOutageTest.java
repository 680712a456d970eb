package io.gistmill.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.contracts.TopicAdmin;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.ClockEvent;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Tick;
import io.gistmill.producer.clock.ClockPace;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.testsupport.kafka.TopicReader;
import io.gistmill.testsupport.process.BrokerProcess;
import io.gistmill.testsupport.process.ChildJvm;
import io.gistmill.testsupport.process.JavaProgram;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Brokers and clocks that die.
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class ClockOutageTest {

  static final Topics TOPICS = new Topics("outage", 2, 1);
  static final Instant NOON = Instant.parse("2025-03-01T12:00:00Z");
  private static final Instant QUARTER_PAST = NOON.plus(Tick.QUARTER);
  private static final Duration LONG = Duration.ofSeconds(90);

  @TempDir Path temp;
  private BrokerProcess broker;

  @BeforeEach
  void start() {
    broker = BrokerProcess.start(temp);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      TopicAdmin.ensure(admin, TOPICS.all());
    }
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  @Test
  void anEdgeThatTheClockSawWhileTheBrokerWasAwayIsWatchedAndLate() {
    // given
    var time = new SettableTime(NOON);
    try (var clock = start(time)) {
      clock.firstTick().join();
      broker.kill();

      // when
      time.set(QUARTER_PAST);
      await().atMost(LONG).until(() -> !clock.hindrances().isEmpty());
      broker.restart();
      awaitTicks(2);

      // then
      assertThat(ticks())
          .containsExactly(new Tick(NOON, null, true), new Tick(QUARTER_PAST, NOON, true));
      assertThat(ticksInPosts()).isEqualTo(ticks());
      await().atMost(LONG).until(() -> clock.hindrances().isEmpty());
      assertThat(clock.stopped()).isNotDone();
    }
  }

  @Test
  void edgesThatPassedWhileTheBrokerWasAwayAreOneGap() {
    // given
    var time = new SettableTime(NOON);
    try (var clock = start(time)) {
      clock.firstTick().join();
      broker.kill();

      // when
      time.set(QUARTER_PAST);
      await().atMost(LONG).until(() -> !clock.hindrances().isEmpty());
      Instant later = NOON.plus(Duration.ofHours(5));
      time.set(later);
      broker.restart();
      awaitTicks(2);

      // then
      assertThat(ticks()).containsExactly(new Tick(NOON, null, true), new Tick(later, NOON, false));
      assertThat(ticksInPosts()).isEqualTo(ticks());
    }
  }

  @Test
  void aClockThatIsKilledHasASuccessorThatContradictsNothing() {
    // given
    JavaProgram program =
        JavaProgram.of(
            TickingMain.class,
            broker.bootstrapServers(),
            Long.toString(System.currentTimeMillis()));
    try (ChildJvm first = program.start(temp.resolve("first.log"))) {
      awaitTicks(50);
      try (ChildJvm second = program.start(temp.resolve("second.log"))) {
        assertThat(second.isAlive()).isTrue();

        // when
        first.kill();
        int before = ticks().size();
        awaitTicks(before + 50);
      }
    }

    // then
    List<Tick> ticks = ticks();
    for (int i = 1; i < ticks.size(); i++) {
      assertThat(ticks.get(i).previous()).isEqualTo(ticks.get(i - 1).instant());
    }
    assertThat(ticks).filteredOn(tick -> !tick.watched()).hasSizeLessThanOrEqualTo(1);
    assertThat(ticksInPosts()).isEqualTo(ticks);
  }

  private ClockService start(SettableTime time) {
    var pace = new ClockPace(time, Duration.ZERO, Duration.ofMillis(5));
    return ClockService.start(
        KafkaConnection.plain(broker.bootstrapServers()), TOPICS, pace, new SimpleMeterRegistry());
  }

  private void awaitTicks(int count) {
    new TopicReader<>(broker.bootstrapServers(), TOPICS.clock())
        .until(
            count + " ticks",
            read -> read.stream().filter(record -> record.key().equals("tick")).count() >= count);
  }

  private List<Tick> ticks() {
    return new TopicReader<>(broker.bootstrapServers(), TOPICS.clock())
        .all().stream()
            .filter(record -> record.key().equals("tick"))
            .map(record -> ((ClockEvent.Ticked) record.value()).tick())
            .toList();
  }

  private List<Tick> ticksInPosts() {
    return new TopicReader<>(broker.bootstrapServers(), TOPICS.posts())
        .all().stream()
            .filter(record -> record.partition() == 1)
            .map(record -> ((PostEvent.Ticked) record.value()).tick())
            .toList();
  }
}
