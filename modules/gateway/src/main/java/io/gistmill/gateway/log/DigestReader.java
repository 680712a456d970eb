package io.gistmill.gateway.log;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;

/// Reads single digests where they stand on the log. Safe for all threads.
public final class DigestReader {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final int POLLS = 25;

  private final KafkaConnection connection;
  private final Topic<DigestEvent> digests;

  public DigestReader(KafkaConnection connection, Topics topics) {
    this.connection = connection;
    this.digests = topics.digests();
  }

  /// Empty when the log holds it no longer, or does not give it within 5 s.
  public Optional<Digest> at(int partition, long offset) {
    var place = new TopicPartition(digests.name(), partition);
    try (var consumer = new KafkaConsumer<byte[], byte[]>(LogReader.settings(connection))) {
      consumer.assign(List.of(place));
      consumer.seek(place, offset);
      for (int i = 0; i < POLLS; i++) {
        for (ConsumerRecord<byte[], byte[]> written : consumer.poll(POLL)) {
          return written.offset() == offset ? digest(written.value()) : Optional.empty();
        }
      }
      return Optional.empty();
    } catch (OffsetOutOfRangeException | SerializationException e) {
      return Optional.empty();
    }
  }

  private Optional<Digest> digest(byte[] bytes) {
    DigestEvent event = digests.values().deserializer().deserialize(digests.name(), bytes);
    return event instanceof DigestEvent.Made made ? Optional.of(made.digest()) : Optional.empty();
  }
}
