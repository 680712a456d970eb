package io.gistmill.embeddedkafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Small clients for the tests of the broker.
final class Clients {

  static final Duration LIMIT = Duration.ofSeconds(30);

  private Clients() {}

  static void createTopic(KafkaBroker broker, String topic) throws Exception {
    try (Admin admin = admin(broker)) {
      admin
          .createTopics(List.of(new NewTopic(topic, Optional.of(2), Optional.empty())))
          .all()
          .get(LIMIT.toSeconds(), TimeUnit.SECONDS);
    }
  }

  static Admin admin(KafkaBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  static KafkaProducer<String, String> producer(KafkaBroker broker, Map<String, Object> more) {
    var settings = new TreeMap<String, Object>(more);
    settings.put("bootstrap.servers", broker.bootstrapServers());
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  /// Sends in one transaction, and commits or aborts it.
  static void transact(KafkaBroker broker, String topic, boolean commit, String... values) {
    try (var producer = producer(broker, Map.of("transactional.id", "test"))) {
      producer.initTransactions();
      producer.beginTransaction();
      for (String value : values) {
        var _ = producer.send(new ProducerRecord<>(topic, value, value));
      }
      producer.flush();
      if (commit) {
        producer.commitTransaction();
      } else {
        producer.abortTransaction();
      }
    }
  }

  /// Reads as a group what is committed and not yet consumed until there are enough, commits the
  /// offsets, and gives the values in order of text.
  static List<String> consume(KafkaBroker broker, String topic, int enough) {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", broker.bootstrapServers(),
            "group.id", "readers",
            "isolation.level", "read_committed",
            "auto.offset.reset", "earliest",
            "enable.auto.commit", "false",
            "fetch.max.wait.ms", "20");
    var values = new ArrayList<String>();
    try (var consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.subscribe(List.of(topic));
      long deadline = System.nanoTime() + LIMIT.toNanos();
      while (values.size() < enough && System.nanoTime() < deadline) {
        for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
          values.add(record.value());
        }
      }
      consumer.commitSync();
    }
    return values.stream().sorted().toList();
  }
}
