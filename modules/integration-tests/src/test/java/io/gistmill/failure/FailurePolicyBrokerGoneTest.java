package io.gistmill.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.contracts.TopicAdmin;
import io.gistmill.runtime.streams.StreamsService;
import io.gistmill.testsupport.kafka.TopicReader;
import io.gistmill.testsupport.process.BrokerProcess;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// While the broker is gone a service waits and says so; afterwards it goes on, and nothing is
/// lost.
@Timeout(300)
class FailurePolicyBrokerGoneTest {

  private static final int EACH = 200;
  private static final Duration LIMIT = Duration.ofSeconds(90);

  @TempDir Path temp;

  @Test
  void aKilledBrokerComesBackAndNothingIsLostOrDoubled() throws Exception {
    try (BrokerProcess broker = BrokerProcess.start(temp)) {
      createTopics(broker.bootstrapServers());
      try (StreamsService stage =
              EchoStage.start(
                  broker.bootstrapServers(),
                  temp.resolve("state"),
                  new SimpleMeterRegistry(),
                  text -> text);
          var producer = EchoStage.producer(broker.bootstrapServers())) {
        await().atMost(LIMIT).until(() -> stage.hindrances().isEmpty());
        send(producer, 0, EACH);

        broker.kill();

        await()
            .atMost(LIMIT)
            .untilAsserted(
                () -> assertThat(stage.hindrances()).containsExactly("the broker does not answer"));
        assertThat(stage.stopped()).isNotDone();
        broker.restart();
        send(producer, EACH, 2 * EACH);
        await().atMost(LIMIT).until(() -> stage.hindrances().isEmpty());
        var reader = new TopicReader<>(broker.bootstrapServers(), EchoStage.OUT);
        List<String> out = reader.until(2 * EACH).stream().map(ConsumerRecord::value).toList();
        assertThat(out)
            .isEqualTo(IntStream.range(0, 2 * EACH).mapToObj(Integer::toString).toList());
      }
    }
  }

  private static void createTopics(String bootstrap) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      TopicAdmin.ensure(admin, EchoStage.topics());
    }
  }

  private static void send(KafkaProducer<String, String> producer, int from, int to)
      throws Exception {
    for (int i = from; i < to; i++) {
      var _ = producer.send(EchoStage.record("p" + i, Integer.toString(i)));
    }
    producer.flush();
  }
}
