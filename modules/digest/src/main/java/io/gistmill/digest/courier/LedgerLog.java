package io.gistmill.digest.courier;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.state.Decision;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Writes one partition of the ledger. Whoever opens it shuts out its predecessor: the id of its
/// transactions is `<prefix>-courier-<partition>`, and from then on nothing that the predecessor
/// writes is ever committed.
final class LedgerLog implements AutoCloseable {

  /// Key of the tombstone that [#mark] writes; no delivery has it.
  private static final String TURN = "turn";

  private static final int PATIENCE_MS = 10_000;

  private final Topic<DeliveryEvent> deliveries;
  private final TopicPartition digests;
  private final int partition;
  private final KafkaProducer<String, byte[]> producer;

  private LedgerLog(KafkaConnection kafka, Topics topics, int partition) {
    this.deliveries = topics.deliveries();
    this.digests = new TopicPartition(topics.digests().name(), partition);
    this.partition = partition;
    String id = topics.application(Courier.NAME + "-" + partition);
    this.producer = new KafkaProducer<>(settings(kafka, id));
  }

  /// @throws KafkaException when the broker does not answer
  static LedgerLog open(KafkaConnection kafka, Topics topics, int partition) {
    var log = new LedgerLog(kafka, topics, partition);
    try {
      log.producer.initTransactions();
      return log;
    } catch (RuntimeException e) {
      log.close();
      throw e;
    }
  }

  private static Properties settings(KafkaConnection kafka, String id) {
    var settings = new Properties();
    settings.put(ProducerConfig.CLIENT_ID_CONFIG, id);
    settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
    settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    settings.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    // All records of a transaction in one request: its commit sends them off at once.
    settings.put(ProducerConfig.LINGER_MS_CONFIG, 1_000);
    settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, PATIENCE_MS);
    settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, PATIENCE_MS);
    settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MS / 2);
    settings.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, PATIENCE_MS * 3 / 2);
    settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    return kafka.addTo(settings);
  }

  /// Writes a tombstone behind all that stands in this partition and returns its offset. Whoever
  /// has read up to there knows all that was ever committed before: the end that a broker tells
  /// lies lower for a while after its restart.
  long mark() {
    producer.beginTransaction();
    Future<RecordMetadata> sent =
        producer.send(new ProducerRecord<>(deliveries.name(), partition, TURN, null));
    producer.commitTransaction();
    return sent.resultNow().offset();
  }

  /// Returns when all is committed.
  ///
  /// @throws KafkaException when it is not known to be; this log is of no use then
  void write(List<Decision<DeliveryEvent>> decisions) {
    producer.beginTransaction();
    decisions.forEach(this::send);
    producer.commitTransaction();
  }

  /// The same, with the position behind the digests that were taken up.
  ///
  /// @param rejects records for another topic, in the same transaction
  /// @param group without a generation, since the transactional id tells whose the partition is
  void take(
      List<Decision<DeliveryEvent>> decisions,
      List<ProducerRecord<String, byte[]>> rejects,
      long next,
      ConsumerGroupMetadata group) {
    producer.beginTransaction();
    decisions.forEach(this::send);
    rejects.forEach(this::send);
    producer.sendOffsetsToTransaction(Map.of(digests, new OffsetAndMetadata(next)), group);
    producer.commitTransaction();
  }

  private void send(Decision<DeliveryEvent> decision) {
    DeliveryEvent event = decision.value();
    byte[] value =
        event == null ? null : deliveries.values().serializer().serialize(deliveries.name(), event);
    send(new ProducerRecord<>(deliveries.name(), partition, decision.key(), value));
  }

  private void send(ProducerRecord<String, byte[]> record) {
    // A failure comes out of commitTransaction, with its cause.
    var ignored = producer.send(record);
  }

  /// Gives up what is not committed.
  @Override
  public void close() {
    producer.close(Duration.ZERO);
  }
}
