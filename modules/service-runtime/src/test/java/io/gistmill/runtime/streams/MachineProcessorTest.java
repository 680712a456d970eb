package io.gistmill.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.runtime.kafka.KafkaConnection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineProcessorTest {

  private static final Instant NOW = Instant.parse("2025-03-01T12:00:00Z");
  private static final Instant LONG_AGO = Instant.parse("1999-01-01T00:00:00Z");

  @TempDir Path state;

  /// Each look at the clock takes ten milliseconds, so that a slice holds some twenty pieces of
  /// work.
  private final AtomicLong nanos = new AtomicLong();

  private final CountingMachine.Supervisor supervisor = new CountingMachine.Supervisor();

  private TopologyTestDriver driver;
  private TestInputTopic<String, String> in;
  private TestOutputTopic<String, String> out;
  private TestOutputTopic<String, String> rejects;

  @BeforeEach
  void start() {
    driver = new TopologyTestDriver(topology(), settings(), NOW);
    in = driver.createInputTopic("in", new StringSerializer(), new StringSerializer());
    out = driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer());
    rejects =
        driver.createOutputTopic("rejects", new StringDeserializer(), new StringDeserializer());
  }

  @AfterEach
  void stop() {
    driver.close();
  }

  private Topology topology() {
    var supplier =
        new MachineSupplier<String, String>(
            List.of(StateStores.inMemory(CountingMachine.DUE, Serdes.String())),
            task -> new CountingMachine(task.table(CountingMachine.DUE), supervisor),
            () -> nanos.addAndGet(10_000_000));
    return new Topology()
        .addSource("read", new StringDeserializer(), new StringDeserializer(), "in")
        .addProcessor("count", supplier, "read")
        .addSink("write", "out", new StringSerializer(), new StringSerializer(), "count");
  }

  private Properties settings() {
    return new StreamsSettings("test", KafkaConnection.plain("nowhere:1"), state, "rejects")
        .toProperties();
  }

  @Test
  void worksOffWhatAnEventMakesDue() {
    in.pipeInput("a", "3");

    assertThat(out.readValuesToList()).containsExactly("piece 1", "piece 2", "piece 3");
  }

  @Test
  void stopsAtTheEndOfASliceAndGoesOnLater() {
    in.pipeInput("a", "100");

    List<String> first = out.readValuesToList();
    assertThat(first).hasSizeBetween(10, 30);
    pass(10);
    assertThat(out.readValuesToList()).hasSize(100 - first.size()).endsWith("piece 100");
  }

  @Test
  void leavesOnceWhenItsTaskDoes() {
    try (var another = new TopologyTestDriver(topology(), settings(), NOW)) {
      another
          .createInputTopic("in", new StringSerializer(), new StringSerializer())
          .pipeInput("a", "3");
    }

    assertThat(supervisor.left).isEqualTo(1);
  }

  @Test
  void isNotAskedAgainBeforeTheNextEventWhenNothingIsLeft() {
    pass(10);
    in.pipeInput("a", "3");
    int asked = supervisor.asked;

    pass(10);

    assertThat(supervisor.asked).isEqualTo(asked);
  }

  @Test
  void isAskedAgainAndAgainWhileItWaitsForAnythingElse() {
    supervisor.waits = true;
    in.pipeInput("a", "3");
    int asked = supervisor.asked;

    pass(10);

    assertThat(supervisor.asked).isEqualTo(asked + 10);
  }

  @Test
  void goesOnAfterTheStartWithWhatWasLeftOver() {
    driver.<String, String>getKeyValueStore(CountingMachine.DUE).put("left", "piece 1");

    pass(1);

    assertThat(out.readValuesToList()).containsExactly("piece 1");
  }

  /// @param pauses between two slices of work
  private void pass(int pauses) {
    for (int i = 0; i < pauses; i++) {
      driver.advanceWallClockTime(Duration.ofMillis(20));
    }
  }

  @Test
  void stampsRecordsWithTheTimeOfWriting() {
    in.pipeInput("a", "1", LONG_AGO);

    assertThat(out.readRecordsToList()).extracting(TestRecord::getRecordTime).containsExactly(NOW);
  }

  @Test
  void aRecordThatMakesTheMachineThrowGoesToTheRejectsWithItsReason() {
    in.pipeInput("p1", "bad");
    in.pipeInput("p2", "1");

    TestRecord<String, String> reject = rejects.readRecord();
    assertThat(reject.getValue()).isEqualTo("bad");
    assertThat(header(reject, "reason")).isEqualTo("cannot count: bad");
    assertThat(header(reject, "stage")).isEqualTo("count");
    assertThat(header(reject, "offset")).isEqualTo("0");
    assertThat(out.readValuesToList()).containsExactly("piece 1");
  }

  @Test
  void aTickThatMakesTheMachineThrowStopsTheApplication() {
    assertThatThrownBy(() -> in.pipeInput("tick", "bad"))
        .isInstanceOf(StreamsException.class)
        .hasRootCauseMessage("cannot count: bad");
    assertThat(rejects.isEmpty()).isTrue();
  }

  @Test
  void workThatThrowsStopsTheApplicationThoughTheRecordAtHandIsAPost() {
    assertThatThrownBy(() -> in.pipeInput("p1", "-3"))
        .isInstanceOf(StreamsException.class)
        .hasRootCauseMessage("cannot work");
    assertThat(rejects.isEmpty()).isTrue();
    assertThat(out.isEmpty()).isTrue();
  }

  @Test
  void aRecordWithoutAValueGoesToTheRejects() {
    in.pipeInput("p1", (String) null);
    in.pipeInput("p2", "1");

    assertThat(header(rejects.readRecord(), "reason")).contains("without a value");
    assertThat(out.readValuesToList()).containsExactly("piece 1");
  }

  @Test
  void tooManyBadRecordsInAShortTimeStopTheApplication() {
    for (int i = 0; i < RejectUnprocessable.TOO_MANY; i++) {
      in.pipeInput("p" + i, "bad");
    }

    assertThatThrownBy(() -> in.pipeInput("last", "bad")).isInstanceOf(StreamsException.class);
    assertThat(rejects.readValuesToList()).hasSize(RejectUnprocessable.TOO_MANY);
  }

  private static String header(TestRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
