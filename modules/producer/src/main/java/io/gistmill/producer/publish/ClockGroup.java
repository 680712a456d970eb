package io.gistmill.producer.publish;

import io.gistmill.contracts.Topics;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/// All instances that could run the clock; the one that holds the topic's only partition does. For
/// one thread.
final class ClockGroup implements AutoCloseable, ConsumerRebalanceListener {

  private static final Duration LEAVE_WITHIN = Duration.ofSeconds(2);

  private final KafkaConsumer<byte[], byte[]> consumer;
  private boolean joined;
  private boolean turn;

  ClockGroup(KafkaConnection connection, Topics topics) {
    consumer = new KafkaConsumer<>(settings(connection, topics.application("clock")));
    consumer.subscribe(List.of(topics.clock().name()), this);
  }

  /// False until the cluster has said whose turn it is.
  boolean isJoined() {
    return joined;
  }

  boolean isOurTurn() {
    return turn;
  }

  /// Lets time go by, and learns whose turn it is.
  void await(Duration time) {
    consumer.poll(time);
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    joined = true;
    if (!partitions.isEmpty()) {
      turn = true;
      // The ticks themselves are read elsewhere: here the polls only keep the turn.
      consumer.pause(partitions);
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    turn &= partitions.isEmpty();
  }

  @Override
  public void close() {
    consumer.close(CloseOptions.timeout(LEAVE_WITHIN));
  }

  private static Properties settings(KafkaConnection connection, String group) {
    var settings = new Properties();
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    settings.put(ConsumerConfig.CLIENT_ID_CONFIG, group);
    settings.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "latest");
    // One that is added must not take the turn from one that has it.
    settings.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        List.of(CooperativeStickyAssignor.class));
    // Far below a quarter of an hour, so that a dead clock's successor sees the next edge.
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 3_000);
    settings.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    return connection.addTo(settings);
  }
}
