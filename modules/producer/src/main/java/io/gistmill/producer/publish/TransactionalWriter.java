package io.gistmill.producer.publish;

import io.gistmill.contracts.Topic;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Writes records that belong together, all of them or none.
///
/// After a failure it is of no more use, and whether the last records came to stand on the log is
/// unknown until the next writer of the same id is open: opening it ends what this one began.
final class TransactionalWriter implements AutoCloseable {

  /// How long the cluster has for each step.
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private final KafkaProducer<String, byte[]> producer;

  private TransactionalWriter(KafkaProducer<String, byte[]> producer) {
    this.producer = producer;
  }

  /// Fences every earlier writer of this id.
  static TransactionalWriter open(KafkaConnection connection, String transactionalId) {
    var producer = new KafkaProducer<String, byte[]>(settings(connection, transactionalId));
    try {
      producer.initTransactions();
      return new TransactionalWriter(producer);
    } catch (RuntimeException e) {
      producer.close(Duration.ZERO);
      throw e;
    }
  }

  /// One record with this key in every partition of a topic.
  static <V> Stream<ProducerRecord<String, byte[]>> toAll(Topic<V> topic, String key, V value) {
    byte[] bytes = topic.values().serializer().serialize(topic.name(), value);
    return IntStream.range(0, topic.partitions())
        .mapToObj(partition -> new ProducerRecord<>(topic.name(), partition, key, bytes));
  }

  /// Returns when all are committed.
  void write(List<ProducerRecord<String, byte[]>> records) {
    producer.beginTransaction();
    for (var record : records) {
      var ignored = send(record);
    }
    producer.commitTransaction();
  }

  /// Writes a tombstone for this key and returns its offset. Whoever reads committed records up to
  /// there has seen all that earlier writers committed: the end that a broker tells lies lower for
  /// a while after its restart.
  long mark(TopicPartition place, String key) {
    producer.beginTransaction();
    Future<RecordMetadata> sent =
        send(new ProducerRecord<>(place.topic(), place.partition(), key, null));
    producer.commitTransaction();
    return sent.resultNow().offset();
  }

  /// A failure comes out of commitTransaction. One that is there at once has waited for the cluster
  /// as long as it may, and the other records must not wait as long again.
  private Future<RecordMetadata> send(ProducerRecord<String, byte[]> record) {
    Future<RecordMetadata> sent = producer.send(record);
    if (sent.isDone() && sent.state() == Future.State.FAILED) {
      Throwable cause = sent.exceptionNow();
      throw cause instanceof KafkaException failure ? failure : new KafkaException(cause);
    }
    return sent;
  }

  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }

  private static Properties settings(KafkaConnection connection, String transactionalId) {
    var settings = new Properties();
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, transactionalId);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    settings.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 2 << 20);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE.toMillis());
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis() / 2);
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, (int) PATIENCE.toMillis() * 3 / 2);
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    return connection.addTo(settings);
  }
}
