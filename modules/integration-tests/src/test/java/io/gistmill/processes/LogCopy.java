package io.gistmill.processes;

import static java.util.Objects.requireNonNull;

import io.gistmill.contracts.EventKeys;
import io.gistmill.contracts.Topic;
import io.gistmill.contracts.TopicAdmin;
import io.gistmill.testsupport.kafka.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;

/// Topics of one broker, byte for byte, to be written to another.
record LogCopy(List<ConsumerRecord<String, byte[]>> records) {

  LogCopy {
    records = List.copyOf(records);
  }

  static LogCopy of(String bootstrap, Topic<?>... topics) {
    return new LogCopy(
        Stream.of(topics)
            .flatMap(topic -> new TopicReader<>(bootstrap, raw(topic)).all().stream())
            .toList());
  }

  /// What stands in some of its topics.
  LogCopy in(Topic<?>... topics) {
    Set<String> names = Stream.of(topics).map(Topic::name).collect(Collectors.toSet());
    return new LogCopy(records.stream().filter(record -> names.contains(record.topic())).toList());
  }

  /// What stands before a tick.
  LogCopy before(Instant tick) {
    return new LogCopy(records.stream().filter(isBefore(tick)).toList());
  }

  /// A tick and what stands behind it.
  LogCopy from(Instant tick) {
    return new LogCopy(records.stream().filter(isBefore(tick).negate()).toList());
  }

  private Predicate<ConsumerRecord<String, byte[]>> isBefore(Instant tick) {
    Map<TopicPartition, Long> places =
        records.stream()
            .filter(record -> isTick(record, tick))
            .collect(Collectors.toMap(LogCopy::partition, ConsumerRecord::offset, Math::min));
    return record -> record.offset() < requireNonNull(places.get(partition(record)));
  }

  /// The tick itself, and the one behind it, which names it too.
  private static boolean isTick(ConsumerRecord<String, byte[]> record, Instant tick) {
    return record.key().equals(EventKeys.TICK)
        && new String(record.value(), StandardCharsets.UTF_8).contains(tick.toString());
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> record) {
    return new TopicPartition(record.topic(), record.partition());
  }

  /// Creates all topics where they are missing.
  void writeTo(String bootstrap) {
    Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap);
    try (var admin = Admin.create(settings)) {
      TopicAdmin.ensure(admin, Installation.TOPICS.all());
    }
    try (var producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
      for (var record : records) {
        var _ =
            producer.send(
                new ProducerRecord<>(
                    record.topic(), record.partition(), record.key(), record.value()));
      }
      producer.flush();
    }
  }

  private static Topic<byte[]> raw(Topic<?> topic) {
    return new Topic<>(
        topic.name(), topic.keys(), Serdes.ByteArray(), topic.partitions(), topic.settings());
  }
}
