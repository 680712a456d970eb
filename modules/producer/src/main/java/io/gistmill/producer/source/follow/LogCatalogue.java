package io.gistmill.producer.source.follow;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.SourceDefinition;
import io.gistmill.domain.SourceEvent;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.kafka.OrderedWrites;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/// Writes to the log and reads from this process's copy of it.
final class LogCatalogue implements SourceCatalogue, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final SourceCopy copy;
  private final Topic<SourceEvent> sources;
  private final KafkaProducer<String, @Nullable SourceEvent> producer;

  LogCatalogue(KafkaConnection kafka, Topics topics, SourceCopy copy) {
    this.copy = copy;
    this.sources = topics.sources();
    this.producer = new KafkaProducer<>(settings(kafka), new StringSerializer(), values(sources));
  }

  @SuppressWarnings("unchecked") // The serializer of every topic turns null into a tombstone.
  private static Serializer<@Nullable SourceEvent> values(Topic<SourceEvent> topic) {
    return (Serializer<@Nullable SourceEvent>) (Serializer<?>) topic.values().serializer();
  }

  private static Properties settings(KafkaConnection kafka) {
    var own = new HashMap<String, Object>();
    own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) PATIENCE.toMillis());
    own.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) PATIENCE.toMillis());
    own.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000);
    own.put(ProducerConfig.LINGER_MS_CONFIG, 0);
    return OrderedWrites.settings(kafka, own);
  }

  @Override
  public List<Followed> all() {
    return copy.all();
  }

  @Override
  public Optional<Followed> find(String id) {
    return copy.find(id);
  }

  @Override
  public void define(SourceDefinition source) throws InterruptedException {
    write(source.id(), new SourceEvent.Defined(source));
  }

  @Override
  public void remove(String id) throws InterruptedException {
    write(id, null);
  }

  private void write(String id, @Nullable SourceEvent event) throws InterruptedException {
    try {
      RecordMetadata written =
          producer
              .send(new ProducerRecord<>(sources.name(), id, event))
              .get(2 * PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      var partition = new TopicPartition(written.topic(), written.partition());
      boolean seen = copy.await(partition, written.offset() + 1, PATIENCE.dividedBy(2));
      if (!seen && copy.stopped().isDone()) {
        throw new CatalogueException("the log is no longer read", new KafkaException("closed"));
      }
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new CatalogueException("the log cannot be written to: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(2));
  }
}
