package io.gistmill.classifier.topology;

import static io.gistmill.classifier.TestPosts.posted;
import static io.gistmill.classifier.TestPosts.tick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.classifier.WordClassifier;
import io.gistmill.contracts.EventKeys;
import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.TaggedEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.streams.RejectUndecodable;
import io.gistmill.runtime.streams.RejectUnprocessable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassifierTopologyTest {

  private static final Topics TOPICS = new Topics("test", 4, 2);
  private static final Path GOLDEN =
      Path.of(
          System.getProperty("gistmill.root", "."),
          "modules/classifier/src/test/resources/io/gistmill/classifier/topology/describe.txt");

  private static final Instant NOON = Instant.parse("2024-02-01T12:00:00Z");
  private static final Instant WRITTEN = Instant.parse("2040-01-01T00:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("1999-01-01T00:00:00Z");

  @TempDir private Path folder;

  private TopologyTestDriver driver;
  private TestInputTopic<String, PostEvent> posts;
  private TestOutputTopic<String, TaggedEvent> tagged;

  @BeforeEach
  void start() {
    driver = new TopologyTestDriver(topology(true).build(), settings(), WRITTEN);
    posts =
        driver.createInputTopic(
            TOPICS.posts().name(), new StringSerializer(), TOPICS.posts().values().serializer());
    tagged = output(TOPICS.tagged());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  @Test
  void theTopologyIsTheOneInTheDocuments() throws IOException {
    String described = topology(true).build().describe().toString();

    assertThat(described)
        .as("if the change is wanted, write this text to %s", GOLDEN)
        .isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void withoutStreamsNothingButTaggedIsWritten() {
    String described = topology(false).build().describe().toString();

    assertThat(described).contains(TOPICS.tagged().name()).doesNotContain(".topic.");
  }

  @Test
  void tagsOnceEditsAgainAndKeepsTheOrderOfTicks() {
    send(tick(NOON));
    send(posted("p1", "mill"));
    send(posted("p1", "mill"));
    send(tick(NOON.plus(Tick.QUARTER)));
    send(posted("p1", "wheel"));

    List<TaggedEvent> events = tagged.readValuesToList();

    assertThat(events)
        .extracting(event -> (Object) event.getClass().getSimpleName())
        .containsExactly("Ticked", "Tagged", "Duplicate", "Ticked", "Tagged");
    assertThat(((TaggedEvent.Tagged) events.getLast()).post().revision()).isEqualTo(2);
    assertThat(((TaggedEvent.Tagged) events.getLast()).post().admitted()).isEqualTo(NOON);
    assertThat(((TaggedEvent.Ticked) events.getFirst()).tick().of()).isEqualTo(4);
  }

  @Test
  void eachPostGoesToTheStreamsOfItsTopics() {
    send(tick(NOON));
    send(posted("both", "mill and wheel"));
    send(posted("none", "rye"));
    send(posted("none", "rye"));

    assertThat(stream("all")).containsExactly("both", "none");
    assertThat(stream("other")).containsExactly("none");
    assertThat(stream("mill")).containsExactly("both");
    assertThat(stream("wheel")).containsExactly("both");
  }

  @Test
  void correctionsAndWithdrawalsReachWhoeverFollowsATopicThatThePostHadOrHas() {
    send(tick(NOON));
    send(posted("p1", "mill"));
    send(new PostEvent.Corrected("p1", List.of("wheel"), List.of("mill")));
    send(new PostEvent.Withdrawn("p1"));

    assertThat(kinds("all")).containsExactly("Tagged", "Corrected", "Withdrawn");
    assertThat(kinds("mill")).containsExactly("Tagged", "Corrected");
    assertThat(kinds("wheel")).containsExactly("Corrected", "Withdrawn");
  }

  @Test
  void aSwitchBringsANewStreamWhileTheTopologyRuns() {
    send(tick(NOON));
    send(posted("p1", "rye"));
    send(new PostEvent.Switched(WordClassifier.switchTo("2", "rye")));
    send(posted("p2", "rye and a mill"));

    assertThat(stream("rye")).containsExactly("p2");
    assertThat(stream("other")).containsExactly("p1");
    assertThat(tagged.readKeyValuesToList())
        .extracting(pair -> pair.key)
        .containsExactly("tick", "p1", "switch", "p2");
  }

  @Test
  void aSwitchThatCannotBeUsedStopsTheApplicationWithItsCause() {
    var unknown = new ClassifierSwitch("stones", "1", "", new TreeMap<>());

    assertThatThrownBy(() -> send(new PostEvent.Switched(unknown)))
        .isInstanceOf(StreamsException.class)
        .hasRootCauseMessage("no such classifier: [stones]");
  }

  @Test
  void anUndecodableSwitchStopsTheApplication() {
    var raw =
        driver.createInputTopic(
            TOPICS.posts().name(), new StringSerializer(), new ByteArraySerializer());

    assertThatThrownBy(() -> raw.pipeInput(EventKeys.SWITCH, new byte[] {1}))
        .isInstanceOf(StreamsException.class);
  }

  @Test
  void impossibleCorrectionsAreRejectedHoweverMany() {
    var rejects = output(TOPICS.rejects());
    send(tick(NOON));
    for (int i = 0; i < 150; i++) {
      send(new PostEvent.Corrected("p" + i, List.of("stones"), List.of()));
    }
    send(posted("p1", "mill"));

    List<TestRecord<String, byte[]>> refused = rejects.readRecordsToList();

    assertThat(refused).hasSize(150);
    assertThat(new String(header(refused.getFirst()), StandardCharsets.UTF_8))
        .isEqualTo(
            "the correction of post p0 names topics that do not exist: stones;"
                + " known are: mill, wheel");
    assertThat(stream("mill")).containsExactly("p1");
  }

  private static byte[] header(TestRecord<String, byte[]> reject) {
    return reject.headers().lastHeader("reason").value();
  }

  @Test
  void recordsCarryTheTimeOfWriting() {
    posts.pipeInput(EventKeys.TICK, tick(NOON), LONG_AGO);
    posts.pipeInput("p1", posted("p1", "mill"), LONG_AGO);

    List<TestRecord<String, TaggedEvent>> records = tagged.readRecordsToList();

    assertThat(records).extracting(TestRecord::getRecordTime).containsExactly(WRITTEN, WRITTEN);
  }

  @Test
  void anUndecodableRecordIsRejectedAndTheStreamGoesOn() {
    var raw =
        driver.createInputTopic(
            TOPICS.posts().name(), new StringSerializer(), new ByteArraySerializer());
    var rejects = output(TOPICS.rejects());

    raw.pipeInput("p1", "{\"schema\":\"posted/9\"}".getBytes(StandardCharsets.UTF_8));
    raw.pipeInput("p2", new byte[] {-1, 0, 17});
    send(posted("p3", "mill"));

    assertThat(rejects.readValuesToList()).hasSize(2).last().isEqualTo(new byte[] {-1, 0, 17});
    assertThat(tagged.readKeyValuesToList()).extracting(pair -> pair.key).containsExactly("p3");
  }

  private void send(PostEvent event) {
    switch (event) {
      case PostEvent.Posted posted -> posts.pipeInput(posted.post().id(), event);
      case PostEvent.Backfilled backfilled -> posts.pipeInput(backfilled.post().id(), event);
      case PostEvent.Withdrawn withdrawn -> posts.pipeInput(withdrawn.postId(), event);
      case PostEvent.Corrected corrected -> posts.pipeInput(corrected.postId(), event);
      case PostEvent.Retagged retagged -> posts.pipeInput(retagged.post().id(), event);
      case PostEvent.Switched _ -> posts.pipeInput(EventKeys.SWITCH, event);
      case PostEvent.Ticked _ -> posts.pipeInput(EventKeys.TICK, event);
    }
  }

  private List<String> stream(String slug) {
    return output(TOPICS.stream(slug)).readKeyValuesToList().stream()
        .map(pair -> pair.key)
        .toList();
  }

  private List<String> kinds(String slug) {
    return output(TOPICS.stream(slug)).readValuesToList().stream()
        .map(event -> event.getClass().getSimpleName())
        .toList();
  }

  private <V> TestOutputTopic<String, V> output(Topic<V> topic) {
    return driver.createOutputTopic(
        topic.name(), topic.keys().deserializer(), topic.values().deserializer());
  }

  private static ClassifierTopology topology(boolean streams) {
    return new ClassifierTopology(TOPICS, WordClassifier.taggers(), streams);
  }

  private Properties settings() {
    var settings = new Properties();
    settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "test-classifier");
    settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    settings.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    settings.put(
        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, RejectUndecodable.class);
    settings.put(
        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, RejectUnprocessable.class);
    settings.put("gistmill.rejects.topic", TOPICS.rejects().name());
    return settings;
  }
}
