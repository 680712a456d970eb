package io.gistmill.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.runtime.streams.StreamsService;
import io.gistmill.testsupport.kafka.TestBroker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A result that is too large to be written goes to the rejects, and the stream goes on.
class FailurePolicyOversizeTest {

  private static final int TOO_LARGE = 3 << 20;

  @TempDir Path state;

  @Test
  void anOversizeResultIsRejectedAndTheStreamGoesOn() throws Exception {
    try (var broker = TestBroker.start();
        var producer = EchoStage.producer(broker.bootstrapServers())) {
      broker.create(EchoStage.topics());
      producer.send(EchoStage.record("p1", "before")).get();
      producer.send(EchoStage.record("p2", "grow")).get();
      producer.send(EchoStage.record("p3", "after")).get();

      try (StreamsService stage =
          EchoStage.start(
              broker.bootstrapServers(),
              state,
              new SimpleMeterRegistry(),
              text -> text.equals("grow") ? "x".repeat(TOO_LARGE) : text)) {
        var out = broker.read(EchoStage.OUT).until(2);
        ConsumerRecord<String, String> reject = broker.read(EchoStage.REJECTS).until(1).getFirst();

        assertThat(out).extracting(ConsumerRecord::value).containsExactly("before", "after");
        assertThat(reject.value()).isEmpty();
        assertThat(header(reject, "topic")).isEqualTo("failure.in");
        assertThat(header(reject, "offset")).isEqualTo("1");
        assertThat(header(reject, "reason")).contains("bytes for failure.out");
        assertThat(stage.stopped()).isNotDone();
      }
    }
  }

  private static String header(ConsumerRecord<?, ?> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
