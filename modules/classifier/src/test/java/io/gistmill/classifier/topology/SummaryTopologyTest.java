package io.gistmill.classifier.topology;

import static io.gistmill.classifier.TestPosts.posted;
import static io.gistmill.classifier.TestPosts.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.Quill;
import io.gistmill.classifier.Summaries;
import io.gistmill.classifier.SummaryRules;
import io.gistmill.classifier.Tallies;
import io.gistmill.classifier.WordClassifier;
import io.gistmill.contracts.EventKeys;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Summarised;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.Tick;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SummaryTopologyTest {

  private static final Topics TOPICS = new Topics("test", 4, 2);
  private static final Instant NOON = Instant.parse("2024-02-01T12:00:00Z");
  private static final String MILL = "The mill by the river grinds rye again, says the miller.";

  @TempDir private Path folder;

  private final Quill quill = Quill.copying();
  private final Summaries summaries =
      new Summaries(quill, new SummaryRules(30, true), new Tallies(), System::nanoTime);
  private final List<TaggedEvent> events = new ArrayList<>();
  private TopologyTestDriver driver;
  private TestInputTopic<String, PostEvent> posts;
  private TestOutputTopic<String, TaggedEvent> tagged;

  @BeforeEach
  void start() {
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test-classifier");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    var topology = new ClassifierTopology(TOPICS, WordClassifier.taggers(), summaries, false);
    driver = new TopologyTestDriver(topology.build(), settings, NOON);
    posts =
        driver.createInputTopic(
            TOPICS.posts().name(), new StringSerializer(), TOPICS.posts().values().serializer());
    tagged =
        driver.createOutputTopic(
            TOPICS.tagged().name(),
            TOPICS.tagged().keys().deserializer(),
            TOPICS.tagged().values().deserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
    summaries.close();
  }

  @Test
  void aSummaryStandsInTheRecordOfItsPostAndNoTickOvertakesIt() {
    // given
    posts.pipeInput(EventKeys.TICK, tick(NOON));

    // when
    posts.pipeInput("p1", posted("p1", MILL));
    posts.pipeInput(EventKeys.TICK, tick(NOON.plus(Tick.QUARTER)));
    posts.pipeInput("p1", posted("p1", MILL));
    await(4);

    // then
    assertThat(events)
        .extracting(event -> event.getClass().getSimpleName())
        .containsExactly("Ticked", "Tagged", "Ticked", "Duplicate");
    assertThat(((TaggedEvent.Tagged) events.get(1)).post().summary())
        .isEqualTo(new Summarised.Written("quill@1", MILL, List.of(MILL)));
    assertThat(quill.asked()).containsExactly("p1");
  }

  private void await(int count) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(5))
        .until(
            () -> {
              driver.advanceWallClockTime(Duration.ofSeconds(1));
              events.addAll(tagged.readValuesToList());
              return events.size() >= count;
            });
  }
}
