package io.gistmill.digest.topology;

import static io.gistmill.digest.desk.TestPosts.post;
import static io.gistmill.digest.desk.TestPosts.quarter;
import static io.gistmill.digest.desk.TestPosts.tagged;
import static io.gistmill.digest.desk.TestPosts.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.StoryKeys;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.TaggedPost;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The wiring. The driver knows one partition only, so ticks of several are told apart by their
/// values.
class DeskTopologyTest {

  private static final Topics TOPICS = new Topics("test", 4, 2);
  private static final Instant WRITTEN = Instant.parse("2040-01-01T00:00:00Z");

  @TempDir Path folder;

  private final TestClock clock = new TestClock();
  private TopologyTestDriver driver;
  private TestInputTopic<String, TaggedEvent> tagged;
  private TestOutputTopic<String, StoryEvent> stories;

  @BeforeEach
  void start() {
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test-desk");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    driver = new TopologyTestDriver(DeskTopology.build(TOPICS, clock), settings, WRITTEN);
    tagged =
        driver.createInputTopic(
            TOPICS.tagged().name(), new StringSerializer(), TOPICS.tagged().values().serializer());
    stories =
        driver.createOutputTopic(
            TOPICS.stories().name(),
            TOPICS.stories().keys().deserializer(),
            TOPICS.stories().values().deserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void theTopologyIsTheOneInTheDocuments() throws IOException {
    // when
    String described = DeskTopology.build(TOPICS).describe().toString();

    // then
    assertThat(described).isEqualTo(golden());
  }

  @Test
  void writesAStoryOnceAllPartitionsHaveTicked() {
    // given
    ticks(0, 4);
    send(post("a", quarter(0)));

    // when
    ticks(1, 4);

    // then
    assertThat(stories.readKeyValuesToList().stream().map(pair -> pair.key))
        .containsExactly(StoryKeys.TICK, StoryKeys.revision(quarter(0), "sa"), StoryKeys.TICK);
  }

  @Test
  void stampsRecordsWithTheTimeOfWritingNotOfThePost() {
    // given
    ticks(0, 1);
    send(post("a", quarter(0)));

    // when
    ticks(1, 1);

    // then
    assertThat(stories.readRecordsToList())
        .extracting(TestRecord::getRecordTime)
        .containsOnly(WRITTEN);
  }

  @Test
  void aTickThatMakesVeryManyPostsDueIsWorkedOffInSlices() {
    // given
    int posts = 2_000;
    ticks(0, 1);
    IntStream.range(0, posts)
        .forEach(i -> send(post(String.format(Locale.ROOT, "p%05d", i), quarter(0))));
    stories.readKeyValuesToList();
    clock.nanosAStep = Duration.ofMillis(1).toNanos();

    // when
    ticks(1, 1);
    boolean doneAtOnce = lastIsTick(stories.readValuesToList());
    int slices = 0;
    boolean done = false;
    while (!done && slices < posts) {
      driver.advanceWallClockTime(Duration.ofMillis(20));
      done = lastIsTick(stories.readValuesToList());
      slices++;
    }

    // then
    assertThat(doneAtOnce).isFalse();
    assertThat(done).isTrue();
    assertThat(slices).isBetween(2 * posts / 200 - 2, 2 * posts / 200 + 2);
  }

  private static boolean lastIsTick(List<StoryEvent> events) {
    return !events.isEmpty() && events.getLast() instanceof StoryEvent.Ticked;
  }

  private void ticks(int quarter, int partitions) {
    for (int from = 0; from < partitions; from++) {
      tagged.pipeInput(StoryKeys.TICK, tick(quarter, from, partitions));
    }
  }

  private void send(TaggedPost post) {
    tagged.pipeInput(post.post().id(), tagged(post));
  }

  private static String golden() throws IOException {
    try (InputStream text = DeskTopologyTest.class.getResourceAsStream("/topologies/desk.txt")) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Goes on by a fixed time each time that it is asked.
  private static final class TestClock implements LongSupplier {
    private long nanosAStep;
    private long now;

    @Override
    public long getAsLong() {
      now += nanosAStep;
      return now;
    }
  }
}
