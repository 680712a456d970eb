package io.gistmill.producer.publish;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.PostEvent;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.kafka.OrderedWrites;
import java.time.Duration;
import java.util.HashMap;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/// The one way by which live sources write what happens to single posts: idempotent, acknowledged
/// by all in-sync replicas, in the order of the calls within a post. Safe for all threads.
///
/// What waits for Kafka is bounded in memory and in time: [#publish] blocks while the buffer is
/// full or nothing is known of the cluster, and gives up after the time that was set.
public final class PostPublisher implements AutoCloseable {

  private static final Duration CLOSE_WITHIN = Duration.ofSeconds(3);
  private static final int BUFFER_BYTES = 32 << 20;
  private static final int MAX_RECORD_BYTES = 2 << 20;

  private final Topic<PostEvent> posts;
  private final KafkaProducer<String, byte[]> producer;

  /// @param within how long Kafka has for each event, at least a second
  public PostPublisher(KafkaConnection connection, Topics topics, Duration within) {
    if (within.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("Kafka needs at least a second, not " + within);
    }
    posts = topics.posts();
    producer = new KafkaProducer<>(settings(connection, topics.application("posts"), within));
  }

  /// Never fails: what went wrong is in the answer.
  ///
  /// @param event of one post; ticks and switches have writers of their own
  public CompletableFuture<Publication> publish(PostEvent event) {
    String key = PostEventKeys.of(event);
    byte[] value = posts.values().serializer().serialize(posts.name(), event);
    var answer = new CompletableFuture<Publication>();
    try {
      var ignored =
          producer.send(
              new ProducerRecord<>(posts.name(), key, value),
              (place, failure) ->
                  answer.complete(
                      failure == null ? new Publication.Acknowledged() : Publication.of(failure)));
    } catch (KafkaException | IllegalStateException e) {
      answer.complete(Publication.of(e));
    }
    return answer;
  }

  private static Properties settings(KafkaConnection connection, String client, Duration within) {
    var own = new HashMap<String, Object>();
    own.put(ProducerConfig.CLIENT_ID_CONFIG, client);
    own.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
    own.put(ProducerConfig.LINGER_MS_CONFIG, 1);
    own.put(ProducerConfig.BATCH_SIZE_CONFIG, 64 << 10);
    own.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    own.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, MAX_RECORD_BYTES);
    own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, within.toMillis());
    own.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) within.toMillis());
    own.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) within.toMillis() / 2);
    own.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    return OrderedWrites.settings(connection, own);
  }

  /// Waits a little for what is on its way; the rest is answered as unavailable.
  @Override
  public void close() {
    producer.close(CLOSE_WITHIN);
  }
}
