package io.gistmill.testsupport.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.TopicAdmin;
import io.gistmill.embeddedkafka.BrokerFolderException;
import io.gistmill.embeddedkafka.EmbeddedKafka;
import io.gistmill.testsupport.kafka.TopicReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BrokerProcessTest {

  /// Above what was seen, 250 MB, by half.
  private static final long MODEST_MEGABYTES = 375;

  private static final Topic<String> LETTERS =
      new Topic<>("letters", Serdes.String(), Serdes.String(), 2, Map.of());

  @TempDir Path temp;

  @Test
  void killedBrokerKeepsWhatItAcknowledgedAndItsClientsGoOn() throws Exception {
    try (BrokerProcess broker = BrokerProcess.start(temp);
        KafkaProducer<String, String> producer = producer(broker)) {
      createLetters(broker);
      send(producer, 0, 500);

      broker.kill();
      broker.restart();
      send(producer, 500, 1000);

      assertThat(new TopicReader<>(broker.bootstrapServers(), LETTERS).all())
          .extracting(record -> Integer.parseInt(record.key()))
          .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 1000).boxed().toList());
      assertThat(broker.jvm().peakResidentMegabytes()).isLessThan(MODEST_MEGABYTES);
    }
  }

  @Test
  void folderOfABrokerInAnotherProcessIsRefusedUntilThatOneEnds() {
    try (BrokerProcess broker = BrokerProcess.start(temp)) {

      assertThatThrownBy(() -> EmbeddedKafka.start(broker.data()))
          .isInstanceOf(BrokerFolderException.class)
          .hasMessageContaining("a broker in process " + broker.jvm().pid());

      assertThat(broker.jvm().stop()).isEqualTo(143);
      EmbeddedKafka.start(broker.data()).close();
    }
  }

  @Test
  void brokerThatCannotStartEndsWithItsReason() {
    JavaProgram wrong =
        JavaProgram.of(
            "io.gistmill.embeddedkafka.BrokerMain", "/proc/nowhere", temp.resolve("x").toString());

    try (ChildJvm child = wrong.start(temp.resolve("output"))) {

      assertThat(child.awaitExit()).isEqualTo(1);
      assertThat(child.tail()).contains("the broker cannot use /proc/nowhere");
    }
  }

  private static void createLetters(BrokerProcess broker) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      TopicAdmin.ensure(admin, List.of(LETTERS));
    }
  }

  /// Returns when all are acknowledged.
  private static void send(KafkaProducer<String, String> producer, int from, int to)
      throws Exception {
    var sent =
        IntStream.range(from, to)
            .mapToObj(i -> new ProducerRecord<>(LETTERS.name(), Integer.toString(i), "dear"))
            .map(producer::send)
            .toList();
    for (var acknowledged : sent) {
      acknowledged.get(60, TimeUnit.SECONDS);
    }
  }

  private static KafkaProducer<String, String> producer(BrokerProcess broker) {
    return new KafkaProducer<>(
        Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all"),
        new StringSerializer(),
        new StringSerializer());
  }
}
