package io.gistmill.runtime.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.state.Decision;
import io.gistmill.runtime.state.ImpossibleEventException;
import io.gistmill.runtime.state.RefusedLaterException;
import io.gistmill.runtime.state.StateMachine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Properties;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Events that wait in a machine and cannot be worked on when their turn comes.
class RefusedLaterTest {

  private static final Instant NOW = Instant.parse("2025-03-01T12:00:00Z");

  @TempDir private Path state;

  private final Late machine = new Late();
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

  @Test
  void theEventAloneIsRejectedWhateverRecordIsAtHand() {
    // given
    in.pipeInput("a", "good");
    in.pipeInput("b", "impossible");
    machine.let = true;

    // when
    in.pipeInput("tick", "good too");
    driver.advanceWallClockTime(Duration.ofMillis(20));

    // then
    assertThat(rejects.readValuesToList()).containsExactly("impossible");
    assertThat(out.readValuesToList()).containsExactly("good", "good too");
  }

  @Test
  void thatHappensBetweenRecordsToo() {
    // given
    in.pipeInput("a", "impossible");
    in.pipeInput("b", "good");
    machine.let = true;

    // when
    driver.advanceWallClockTime(Duration.ofMillis(20));
    driver.advanceWallClockTime(Duration.ofMillis(20));

    // then
    assertThat(rejects.readKeyValuesToList())
        .extracting(pair -> pair.key + " " + pair.value)
        .containsExactly("late impossible");
    assertThat(out.readValuesToList()).containsExactly("good");
  }

  @Test
  void impossibleEventsAreNobodysBugHoweverMany() {
    machine.let = true;
    for (int i = 0; i < 150; i++) {
      in.pipeInput("a", "impossible");
    }

    assertThat(rejects.readValuesToList()).hasSize(150);
  }

  @Test
  void tooManyBugsStopTheApplication() {
    machine.let = true;
    machine.cause = () -> new IllegalStateException("a bug");

    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 150; i++) {
                in.pipeInput("a", "impossible");
              }
            })
        .hasRootCauseMessage("a bug");
  }

  @Test
  void aTaskThatHasMovedAwayIsNoFaultOfTheEvent() {
    machine.let = true;
    machine.cause = () -> new TaskMigratedException("it is worked on elsewhere", null);

    assertThatThrownBy(() -> in.pipeInput("a", "impossible"))
        .isInstanceOf(TaskMigratedException.class);
    assertThat(rejects.readValuesToList()).isEmpty();
  }

  @Test
  void aStoreThatFailsStopsTheApplicationAndRejectsNothing() {
    machine.let = true;
    machine.cause = () -> new ProcessorStateException("no space is left");

    assertThatThrownBy(() -> in.pipeInput("a", "impossible"))
        .hasRootCauseInstanceOf(ProcessorStateException.class);
    assertThat(rejects.readValuesToList()).isEmpty();
  }

  /// Holds events until it is let.
  private static final class Late implements StateMachine<String, String> {
    private final Deque<String> line = new ArrayDeque<>();
    private boolean let;
    private Supplier<RuntimeException> cause = () -> new ImpossibleEventException("impossible");

    @Override
    public void accept(String event, Consumer<Decision<String>> decisions) {
      line.add(event);
    }

    @Override
    public boolean work(BooleanSupplier goOn, Consumer<Decision<String>> decisions) {
      while (let && !line.isEmpty()) {
        String event = line.remove();
        if (event.equals("impossible")) {
          throw new RefusedLaterException(
              "late".getBytes(StandardCharsets.UTF_8),
              event.getBytes(StandardCharsets.UTF_8),
              cause.get());
        }
        decisions.accept(new Decision<>("k", event));
      }
      return true;
    }

    @Override
    public boolean waits() {
      return !line.isEmpty();
    }
  }

  private Topology topology() {
    return new Topology()
        .addSource("read", new StringDeserializer(), new StringDeserializer(), "in")
        .addProcessor("wait", new MachineSupplier<String, String>(List.of(), _ -> machine), "read")
        .addSink("write", "out", new StringSerializer(), new StringSerializer(), "wait");
  }

  private Properties settings() {
    return new StreamsSettings("test", KafkaConnection.plain("nowhere:1"), state, "rejects")
        .toProperties();
  }
}
