package io.gistmill.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.contracts.EventKeys;
import io.gistmill.runtime.streams.StreamsService;
import io.gistmill.testsupport.kafka.TestBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A record that cannot be decoded goes to the rejects, where it can be found again, and is not
/// read again; a tick that cannot be decoded stops the application.
@Timeout(180)
class FailurePolicyUndecodableTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);

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

  @Test
  void anUndecodableRecordIsRejectedWithItsBytesPlaceAndReasonThoughNothingFollows()
      throws Exception {
    send("p1", "good");
    send("p2", "?what");

    try (StreamsService stage = startStage()) {
      List<ConsumerRecord<String, String>> rejects = broker.read(EchoStage.REJECTS).until(1);
      await().atMost(LIMIT).untilAsserted(() -> assertThat(committed()).isEqualTo(2));

      assertThat(rejects).hasSize(1);
      ConsumerRecord<String, String> reject = rejects.getFirst();
      assertThat(reject.key()).isEqualTo("p2");
      assertThat(reject.value()).isEqualTo("?what");
      assertThat(header(reject, "topic")).isEqualTo(EchoStage.IN.name());
      assertThat(header(reject, "partition")).isEqualTo("0");
      assertThat(header(reject, "offset")).isEqualTo("1");
      assertThat(header(reject, "reason")).isEqualTo("this is no text");
      assertThat(stage.stopped()).isNotDone();
    }
  }

  @Test
  void theStreamGoesOnBehindIt() throws Exception {
    send("p1", "?what");
    send("p2", "good");

    try (StreamsService _ = startStage()) {
      var out = broker.read(EchoStage.OUT).until(1);

      assertThat(out).extracting(ConsumerRecord::value).containsExactly("good");
      assertThat(broker.read(EchoStage.REJECTS).all()).hasSize(1);
    }
  }

  @Test
  void anUndecodableTickStopsTheApplication() throws Exception {
    send(EventKeys.TICK, "?what");
    send("p1", "good");

    try (StreamsService stage = startStage()) {
      await().atMost(LIMIT).until(() -> stage.stopped().isCompletedExceptionally());

      assertThat(stage.stopped().exceptionNow()).hasRootCauseMessage("this is no text");
    }
    assertThat(broker.read(EchoStage.OUT).all()).isEmpty();
    assertThat(broker.read(EchoStage.REJECTS).all()).isEmpty();
  }

  private StreamsService startStage() {
    return EchoStage.start(
        broker.bootstrapServers(), state, new SimpleMeterRegistry(), text -> text);
  }

  private void send(String key, String value) throws Exception {
    try (var producer = EchoStage.producer(broker.bootstrapServers())) {
      producer.send(EchoStage.record(key, value)).get();
    }
  }

  private long committed() throws InterruptedException, ExecutionException {
    Map<TopicPartition, OffsetAndMetadata> offsets =
        broker.admin().listConsumerGroupOffsets("echo").partitionsToOffsetAndMetadata().get();
    OffsetAndMetadata offset = offsets.get(new TopicPartition(EchoStage.IN.name(), 0));
    return offset == null ? 0 : offset.offset();
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
