package io.gistmill.producer.source.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.gistmill.contracts.Topics;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.SourceDefinition;
import io.gistmill.domain.SourceMemory;
import io.gistmill.domain.SourceSchedule;
import io.gistmill.domain.SourceState;
import io.gistmill.domain.SourceStateEvent;
import io.gistmill.producer.source.SourceType;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.testsupport.kafka.TestBroker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(180)
class SourceRunnerTest {

  private static final Instant NOW = Instant.parse("2025-03-03T12:00:00Z");
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int PARTITIONS = 4;

  private static TestBroker broker;

  private final SettableClock clock = new SettableClock(NOW);
  private final ScriptedSources scripted = new ScriptedSources();
  private final List<SourceRunner> runners = new ArrayList<>();

  @BeforeAll
  static void startBroker() {
    broker = TestBroker.start();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @AfterEach
  void stopRunners() {
    runners.forEach(SourceRunner::close);
  }

  @Test
  void whatASourceBringsStandsOnTheLogWithItsState() throws InterruptedException {
    // given
    Topics topics = topics("one");
    SourceRunner runner = start(topics);
    scripted.put("a", "first");

    // when
    define(runner, "a", "peer-a/a");

    // then
    assertThat(broker.read(topics.posts()).until(1))
        .extracting(ConsumerRecord::value)
        .containsExactly(new PostEvent.Posted(ScriptedSources.post("a", "first", NOW)));
    assertThat(states(topics, 1))
        .singleElement()
        .isInstanceOfSatisfying(
            SourceStateEvent.Polled.class,
            polled -> {
              assertThat(polled.state().memory().seen()).containsExactly("first");
              assertThat(polled.state().schedule().lastPoll()).isEqualTo(NOW);
              assertThat(polled.state().schedule().posts()).isEqualTo(1);
            });
    until(() -> runner.catalogue().find("a").orElseThrow().schedule().posts() == 1);
    until(() -> runner.hindrances().isEmpty());
  }

  @Test
  void aSourceIsPolledAgainWhenItIsDue() throws InterruptedException {
    // given
    Topics topics = topics("again");
    SourceRunner runner = start(topics);
    scripted.put("a", "first");
    define(runner, "a", "peer-a/a");
    broker.read(topics.posts()).until(1);
    scripted.put("a", "second");

    // when
    clock.advance(Duration.ofMinutes(40));

    // then
    assertThat(texts(topics, 2)).containsExactly("first", "second");
    assertThat(scripted.polled()).containsExactly("a", "a");
  }

  @Test
  void twoInstancesShareTheSources() throws InterruptedException {
    // given
    Topics topics = topics("shared");
    SourceRunner first = start(topics);
    var otherSources = new ScriptedSources();
    SourceRunner second = start(topics, otherSources);
    until(() -> first.hindrances().isEmpty() && second.hindrances().isEmpty());

    // when
    for (int i = 0; i < 20; i++) {
      scripted.put("s" + i, "item of " + i);
      otherSources.put("s" + i, "item of " + i);
      define(first, "s" + i, "peer-" + i + "/");
    }

    // then
    assertThat(texts(topics, 20)).doesNotHaveDuplicates().hasSize(20);
    until(() -> scripted.polled().size() + otherSources.polled().size() == 20);
    assertThat(scripted.polled()).isNotEmpty().doesNotHaveDuplicates();
    assertThat(otherSources.polled()).isNotEmpty().doesNotContainAnyElementsOf(scripted.polled());
    until(() -> polledBy(second, 20) && polledBy(first, 20));
  }

  @Test
  void whoeverTakesOverGoesOnWithoutDoublePosts() throws InterruptedException {
    // given
    Topics topics = topics("handover");
    SourceRunner first = start(topics);
    for (int i = 0; i < 8; i++) {
      scripted.put("s" + i, "early " + i);
      define(first, "s" + i, "peer-" + i + "/");
    }
    assertThat(texts(topics, 8)).hasSize(8);
    SourceRunner second = start(topics);
    until(() -> second.hindrances().isEmpty());
    IntStream.range(0, 8).forEach(i -> scripted.put("s" + i, "late " + i));

    // when
    first.close();
    clock.advance(Duration.ofHours(1));

    // then
    assertThat(texts(topics, 16)).doesNotHaveDuplicates().hasSize(16);
    until(() -> polledBy(second, 8));
    assertThat(first.stopped()).isCompletedWithValue(null);
    assertThat(texts(topics, 16)).hasSize(16);
  }

  /// The first instance has read its source, and ends before it can write.
  @Test
  void whatWasReadAndNotWrittenIsReadAgain() throws InterruptedException {
    // given
    Topics topics = topics("crash");
    var reached = new CountDownLatch(1);
    var held = new AtomicBoolean(true);
    var never = new CountDownLatch(1);
    scripted.hurdle(
        source -> {
          if (held.get()) {
            reached.countDown();
            never.await();
          }
        });
    scripted.put("a", "only once");
    SourceRunner first = start(topics);
    define(first, "a", "peer-a/a");
    reached.await();

    // when
    first.close();
    held.set(false);
    start(topics);

    // then
    assertThat(texts(topics, 1)).containsExactly("only once");
    assertThat(scripted.polled()).containsExactly("a", "a");
  }

  /// A predecessor that did not notice that it lost its partition.
  @Test
  void aPredecessorIsShutOut() {
    // given
    Topics topics = topics("fence");
    KafkaConnection kafka = KafkaConnection.plain(broker.bootstrapServers());
    List<PostEvent> events = List.of(new PostEvent.Posted(ScriptedSources.post("a", "x", NOW)));
    var state =
        new SourceState(
            "a", SourceMemory.EMPTY, new SourceSchedule(NOW, 1800, NOW, NOW, 0, null, false, 1));
    try (var old = new SourceWriter(kafka, topics, 0);
        var successor = new SourceWriter(kafka, topics, 0)) {
      // when, then
      assertThatThrownBy(() -> old.commit(events, state)).isInstanceOf(KafkaException.class);
      successor.commit(events, state);
    }
    assertThat(broker.read(topics.posts()).all()).hasSize(1);
  }

  /// A broker that was just started again may tell an end that lies too low: a state that is not
  /// read yet would be forgotten, and its source be read as if for the first time.
  @Test
  void whoTakesOverReadsUpToAMarkOfItsOwn() {
    // given
    Topics topics = topics("mark");
    KafkaConnection kafka = KafkaConnection.plain(broker.bootstrapServers());
    var state =
        new SourceState(
            "a", SourceMemory.EMPTY, new SourceSchedule(NOW, 1800, NOW, NOW, 0, null, false, 1));
    try (var predecessor = new SourceWriter(kafka, topics, 0)) {
      predecessor.commit(List.of(), state);
    }

    // when
    Map<TopicPartition, Long> marks;
    try (var successor = new SourceWriter(kafka, topics, 0)) {
      marks = successor.mark();
    }

    // then
    ConsumerRecord<String, SourceStateEvent> last =
        broker.read(topics.sourceState()).until(2).getLast();
    assertThat(last.key()).isEqualTo(SourceWriter.TURN);
    assertThat(last.value()).isNull();
    assertThat(marks)
        .containsEntry(new TopicPartition(last.topic(), 0), last.offset() + 1)
        .containsEntry(new TopicPartition(topics.sources().name(), 0), 1L);
  }

  @Test
  void aSourceThatThrowsFailsAlone() throws InterruptedException {
    // given
    Topics topics = topics("throws");
    scripted.hurdle(
        source -> {
          if (source.equals("bad")) {
            throw new IllegalStateException("no sense in it");
          }
        });
    scripted.put("good", "fine");
    SourceRunner runner = start(topics);

    // when
    define(runner, "bad", "peer/");
    define(runner, "good", "peer-2/");

    // then
    assertThat(texts(topics, 1)).containsExactly("fine");
    until(() -> failures(runner, "bad") == 1);
    SourceSchedule schedule = runner.catalogue().find("bad").orElseThrow().schedule();
    assertThat(schedule.lastError()).contains("no sense in it");
    assertThat(schedule.nextPoll()).isAfter(NOW);
    assertThat(runner.stopped()).isNotDone();
  }

  @Test
  void aSourceOfAnUnknownTypeIsToldSo() throws InterruptedException {
    // given
    SourceRunner runner = start(topics("unknown"));

    // when
    runner.catalogue().define(new SourceDefinition("x", "mail", "x", null, NOW));

    // then
    until(() -> failures(runner, "x") == 1);
    assertThat(runner.catalogue().find("x").orElseThrow().schedule().lastError())
        .contains("no source of type mail");
  }

  @Test
  void aRemovedSourceIsForgotten() throws InterruptedException {
    // given
    Topics topics = topics("removed");
    SourceRunner runner = start(topics);
    scripted.put("a", "first");
    define(runner, "a", "peer-a/a");
    states(topics, 1);

    // when
    runner.catalogue().remove("a");

    // then
    assertThat(states(topics, 2).getLast()).isNull();
    assertThat(runner.catalogue().all()).isEmpty();
    clock.advance(Duration.ofDays(2));
    scripted.put("b", "other");
    define(runner, "b", "peer-b/b");
    assertThat(texts(topics, 2)).contains("other");
    assertThat(scripted.polled()).containsExactly("a", "b");
  }

  @Test
  void onePeerIsAskedOneThingAtATime() throws InterruptedException {
    // given
    Topics topics = topics("peer");
    SourceRunner runner = start(topics);
    var go = new CountDownLatch(1);
    scripted.hurdle(source -> go.await());
    for (int i = 0; i < 6; i++) {
      scripted.put("s" + i, "item " + i);
      define(runner, "s" + i, "same-peer/" + i);
    }

    // when
    go.countDown();

    // then
    assertThat(texts(topics, 6)).hasSize(6);
    assertThat(scripted.mostAtOnePeer()).isEqualTo(1);
  }

  /// What was written of states, without the marks of those who took over; null for a tombstone.
  private static List<@Nullable SourceStateEvent> states(Topics topics, int count) {
    return broker
        .read(topics.sourceState())
        .until(
            count + " states",
            read -> read.stream().filter(SourceRunnerTest::isState).count() >= count)
        .stream()
        .filter(SourceRunnerTest::isState)
        .<@Nullable SourceStateEvent>map(ConsumerRecord::value)
        .toList();
  }

  private static boolean isState(ConsumerRecord<String, ?> record) {
    return !record.key().equals(SourceWriter.TURN);
  }

  private SourceRunner start(Topics topics) {
    return start(topics, scripted);
  }

  private SourceRunner start(Topics topics, SourceType type) {
    MeterRegistry meters = new SimpleMeterRegistry();
    var runner =
        new SourceRunner(
            KafkaConnection.plain(broker.bootstrapServers()), topics, List.of(type), clock, meters);
    runners.add(runner);
    return runner;
  }

  private static Topics topics(String prefix) {
    var topics = new Topics(prefix, 3, PARTITIONS);
    broker.create(topics.all());
    return topics;
  }

  private void define(SourceRunner runner, String id, String address) throws InterruptedException {
    runner.catalogue().define(new SourceDefinition(id, "scripted", address, null, clock.instant()));
  }

  private static List<String> texts(Topics topics, int count) {
    return broker.read(topics.posts()).until(count).stream()
        .map(record -> ((PostEvent.Posted) record.value()).post().text())
        .sorted()
        .toList();
  }

  private static long failures(SourceRunner runner, String id) {
    return runner.catalogue().find(id).map(it -> it.schedule().failures()).orElse(0);
  }

  /// True when this instance knows of polls of so many sources, whoever made them.
  private static boolean polledBy(SourceRunner runner, int sources) {
    Set<String> polled = new HashSet<>();
    runner.catalogue().all().stream()
        .filter(it -> it.schedule().lastPoll() != null)
        .forEach(it -> polled.add(it.definition().id()));
    return polled.size() == sources;
  }

  private static void until(java.util.concurrent.Callable<Boolean> fact) {
    await().atMost(LIMIT).until(fact);
  }
}
