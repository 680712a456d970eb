package io.gistmill.digest.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.contracts.Topics;
import io.gistmill.digest.mailroom.SamplePost;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.Tick;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The wiring; the rules are tested beside the mailroom.
class MailroomTopologyTest {

  private static final Topics TOPICS = new Topics("test", 4, 1);
  private static final Instant WRITTEN = Instant.parse("2040-01-01T00:00:00Z");
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Instant FIRST = Instant.parse("2023-12-01T00:00:00Z");
  private static final Instant SECOND = Instant.parse("2023-12-02T00:00:00Z");

  @TempDir Path folder;

  private final AtomicLong nanos = new AtomicLong();
  private TopologyTestDriver driver;
  private TestInputTopic<String, StoryEvent> stories;
  private TestInputTopic<String, SubscriptionEvent> subscriptions;
  private TestOutputTopic<String, DigestEvent> digests;

  @BeforeEach
  void start() {
    // Each look at the clock takes a tenth of a millisecond: a piece of work has a length.
    LongSupplier clock = () -> nanos.addAndGet(100_000);
    driver = new TopologyTestDriver(MailroomTopology.build(TOPICS, clock), settings(), WRITTEN);
    stories =
        driver.createInputTopic(
            TOPICS.stories().name(),
            new StringSerializer(),
            TOPICS.stories().values().serializer());
    subscriptions =
        driver.createInputTopic(
            TOPICS.subscriptions().name(),
            new StringSerializer(),
            TOPICS.subscriptions().values().serializer());
    digests =
        driver.createOutputTopic(
            TOPICS.digests().name(),
            TOPICS.digests().keys().deserializer(),
            TOPICS.digests().values().deserializer());
  }

  private Properties settings() {
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test-mailroom");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    return settings;
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void looksAsAgreed() throws IOException {
    String description = MailroomTopology.build(TOPICS).describe().toString();

    assertThat(description).isEqualTo(expected());
  }

  @Test
  void digestsAndTicksComeOutWithTheTimeOfWriting() {
    subscribe("wei", 1);
    tick(FIRST, null);
    story();
    tick(SECOND, FIRST);

    List<TestRecord<String, DigestEvent>> written = digests.readRecordsToList();

    assertThat(written)
        .extracting(TestRecord::getKey)
        .containsExactly("tick", "wei-0.20231202T0000Z", "tick");
    assertThat(written).extracting(TestRecord::getRecordTime).containsOnly(WRITTEN);
  }

  @Test
  void aTombstoneForgetsTheSubscriber() {
    subscribe("wei", 1);
    tick(FIRST, null);
    subscriptions.pipeInput("wei", (SubscriptionEvent) null);
    story();
    tick(SECOND, FIRST);
    tick(SECOND.plus(Duration.ofDays(1)), SECOND);

    List<TestRecord<String, DigestEvent>> written = digests.readRecordsToList();

    // The cut of the tick that follows is still made, and none after it.
    assertThat(written)
        .extracting(TestRecord::getKey)
        .containsExactly("tick", "wei-0.20231202T0000Z", "tick", "tick");
  }

  @Test
  void waitsForItsCopyOfTheStoriesAndGoesOnByItself() {
    subscribe("wei", 1);
    tick(FIRST, null);
    story();
    digests.readRecordsToList();
    Tick tick = new Tick(SECOND, FIRST, true);
    subscriptions.pipeInput("tick", new SubscriptionEvent.Ticked(tick));
    driver.advanceWallClockTime(PAUSE);
    boolean waited = digests.isEmpty();

    copy(new StoryEvent.Ticked(tick));
    driver.advanceWallClockTime(PAUSE);

    assertThat(waited).isTrue();
    assertThat(digests.readRecordsToList()).hasSize(2);
  }

  @Test
  void aTickThatMakesAHundredThousandCutsDueIsWorkedOffInSlices() {
    int subscribers = 1_000;
    for (int i = 0; i < subscribers; i++) {
      subscribe("reader" + i, 100);
    }
    tick(FIRST, null);
    workUntilTicked();
    story();
    copy(new StoryEvent.Ticked(new Tick(SECOND, FIRST, true)));
    nanos.set(0);
    subscriptions.pipeInput("tick", new SubscriptionEvent.Ticked(new Tick(SECOND, FIRST, true)));
    long firstSlice = nanos.get();

    Worked worked = workUntilTicked();

    assertThat(worked.made()).hasSize(100_000);
    assertThat(new TreeSet<>(worked.made())).hasSize(100_000);
    assertThat(worked.slices()).hasSizeGreaterThan(10);
    long longest = worked.slices().stream().mapToLong(slice -> slice).max().orElse(0);
    assertThat(Math.max(firstSlice, longest)).isLessThanOrEqualTo(201_000_000L);
  }

  /// @param made keys of the digests
  /// @param slices length of each, in nanoseconds
  private record Worked(List<String> made, List<Long> slices) {}

  private Worked workUntilTicked() {
    var worked = new Worked(new ArrayList<>(), new ArrayList<>());
    boolean ticked = false;
    while (!ticked) {
      List<String> keys = digests.readRecordsToList().stream().map(TestRecord::key).toList();
      ticked = keys.contains("tick");
      keys.stream().filter(key -> !key.equals("tick")).forEach(worked.made()::add);
      long before = nanos.get();
      driver.advanceWallClockTime(PAUSE);
      worked.slices().add(nanos.get() - before);
    }
    return worked;
  }

  private void subscribe(String subscriber, int count) {
    var wanted = new ArrayList<Subscription>();
    for (int i = 0; i < count; i++) {
      wanted.add(
          new Subscription(
              subscriber + "-" + i,
              subscriber,
              "all",
              new Cadence.Daily(LocalTime.MIDNIGHT),
              ZoneOffset.UTC,
              10));
    }
    subscriptions.pipeInput(subscriber, new SubscriptionEvent.Subscribed(subscriber, wanted));
  }

  private void story() {
    copy(new StoryEvent.Revised("s1", FIRST, List.of(SamplePost.of("p1", FIRST).post())));
  }

  private void tick(Instant instant, @Nullable Instant previous) {
    Tick tick = new Tick(instant, previous, true);
    copy(new StoryEvent.Ticked(tick));
    subscriptions.pipeInput("tick", new SubscriptionEvent.Ticked(tick));
  }

  private void copy(StoryEvent event) {
    stories.pipeInput(StoryKeys.of(event), event);
  }

  private static String expected() throws IOException {
    String name = "/topologies/mailroom.txt";
    try (InputStream found = MailroomTopologyTest.class.getResourceAsStream(name)) {
      byte[] bytes =
          Objects.requireNonNull(found, "src/test/resources lacks " + name).readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
