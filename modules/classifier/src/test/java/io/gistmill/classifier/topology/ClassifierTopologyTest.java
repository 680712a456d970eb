package io.gistmill.classifier.topology;

import static io.gistmill.classifier.TestPosts.posted;
import static io.gistmill.classifier.TestPosts.tick;
import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.WordClassifier;
import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
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
import org.apache.kafka.common.serialization.ByteArraySerializer;
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

class ClassifierTopologyTest {

  private static final Topics TOPICS = new Topics("test", 4, 2);
  private static final List<String> STREAMS = List.of("all", "other", "mill", "wheel");
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
    driver = new TopologyTestDriver(topology(STREAMS).build(), settings(), WRITTEN);
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
    String described = topology(STREAMS).build().describe().toString();

    assertThat(described)
        .as("if the change is wanted, write this text to %s", GOLDEN)
        .isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void withoutStreamsNothingButTaggedIsWritten() {
    String described = topology(List.of()).build().describe().toString();

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
  void recordsCarryTheTimeOfWriting() {
    posts.pipeInput("tick", tick(NOON), LONG_AGO);
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
      case PostEvent.Ticked ignored -> posts.pipeInput("tick", event);
      default -> throw new AssertionError(event);
    }
  }

  private List<String> stream(String slug) {
    return output(TOPICS.stream(slug)).readKeyValuesToList().stream()
        .map(pair -> pair.key)
        .toList();
  }

  private <V> TestOutputTopic<String, V> output(Topic<V> topic) {
    return driver.createOutputTopic(
        topic.name(), topic.keys().deserializer(), topic.values().deserializer());
  }

  private static ClassifierTopology topology(List<String> streams) {
    var classifier = WordClassifier.active("words@1", 0.8, "mill", "wheel");
    return new ClassifierTopology(
        TOPICS, new Tagger(List.of(classifier), Tagger.THRESHOLD), streams);
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
