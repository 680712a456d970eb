package io.gistmill.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.EventKeys;
import io.gistmill.runtime.service.End;
import io.gistmill.runtime.service.ServiceGroup;
import io.gistmill.runtime.streams.StreamsService;
import io.gistmill.testsupport.kafka.TestBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A stream thread that dies of a time-out is replaced; with any other cause the process is told.
@Timeout(180)
class FailurePolicyDeadThreadTest {

  private static final RuntimeException BUG = new IllegalStateException("a bug at a tick");

  @TempDir Path state;
  private TestBroker broker;

  @BeforeEach
  void start() {
    broker = TestBroker.start();
    broker.create(EchoStage.topics());
  }

  @AfterEach
  void stop() {
    broker.close();
  }

  static Stream<RuntimeException> whatPasses() {
    return Stream.of(
        new TimeoutException("the broker took its time"),
        new InvalidTxnStateException("the broker lost track over its restart"));
  }

  @ParameterizedTest
  @MethodSource("whatPasses")
  void aThreadThatDiesOfWhatPassesIsReplacedAndNothingIsLost(RuntimeException passing)
      throws Exception {
    var calls = new AtomicInteger();
    send("before", "tick 2025-03-01T11:45:00Z", "after");

    try (StreamsService stage =
        start(
            text -> {
              if (text.startsWith("tick") && calls.incrementAndGet() == 1) {
                throw passing;
              }
              return text;
            })) {
      var out = broker.read(EchoStage.OUT).until(3);

      assertThat(out)
          .extracting(ConsumerRecord::value)
          .containsExactly("before", "tick 2025-03-01T11:45:00Z", "after");
      assertThat(calls).hasValue(2);
      assertThat(stage.stopped()).isNotDone();
    }
  }

  @Test
  void aThreadThatDiesOfAnythingElseEndsTheGroupWithItsCause() throws Exception {
    send("tick 2025-03-01T11:45:00Z");

    try (var group = new ServiceGroup()) {
      StreamsService stage =
          group.add(
              start(
                  _ -> {
                    throw BUG;
                  }));
      End end = group.awaitEnd();

      assertThat(end)
          .isInstanceOfSatisfying(
              End.Died.class, died -> assertThat(died.cause()).hasRootCause(BUG));
      assertThat(group.alive()).isFalse();
      assertThat(stage.hindrances()).isNotEmpty();
    }
    assertThat(broker.read(EchoStage.OUT).all()).isEmpty();
  }

  private StreamsService start(UnaryOperator<String> change) {
    return EchoStage.start(broker.bootstrapServers(), state, new SimpleMeterRegistry(), change);
  }

  private void send(String... texts) throws Exception {
    try (var producer = EchoStage.producer(broker.bootstrapServers())) {
      for (String text : texts) {
        String key = text.startsWith("tick") ? EventKeys.TICK : "post";
        producer.send(EchoStage.record(key, text)).get();
      }
    }
  }
}
