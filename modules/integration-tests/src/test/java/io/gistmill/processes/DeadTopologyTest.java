package io.gistmill.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.EventKeys;
import io.gistmill.testsupport.process.BrokerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A topology that dies ends its process, with status 1 and its cause once in the log.
@Timeout(240)
class DeadTopologyTest {

  private static final String UNDECODABLE = "no tick at all";

  @TempDir static Path folder;
  private static BrokerProcess broker;

  @BeforeAll
  static void start() {
    broker = BrokerProcess.start(folder);
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @ParameterizedTest
  @CsvSource({"classifier, posts", "digest, tagged"})
  void endsItsProcess(String command, String topic) throws Exception {
    var installation = new Installation(folder, broker.bootstrapServers());
    try (var service = installation.start(command, command)) {
      service.awaitReady();

      sendUndecodableTick("gistmill." + topic);

      assertThat(service.jvm().awaitExit()).isEqualTo(1);
    }
    String printed = Files.readString(folder.resolve(command + ".log"));
    assertThat(printed)
        .containsOnlyOnce("Caused by: org.apache.kafka.common.errors.SerializationException: no ")
        .containsOnlyOnce("topic=gistmill." + topic + " partition=0 offset=0 key=tick")
        .containsOnlyOnce("service died service=")
        .doesNotContain("service died too")
        .contains("gistmill " + command + " failed: gistmill-");
  }

  private static void sendUndecodableTick(String topic)
      throws InterruptedException, ExecutionException {
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            new StringSerializer(),
            new StringSerializer())) {
      producer.send(new ProducerRecord<>(topic, 0, EventKeys.TICK, UNDECODABLE)).get();
    }
  }
}
