package io.gistmill.producer.source.follow;

import io.gistmill.contracts.Topics;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which partitions this process owns. The consumer group is the judge; the transactional id of a
/// partition keeps out whoever has not heard the judgement yet. For the runner's thread, but for
/// [#hindrances].
final class SourceGroup implements ConsumerRebalanceListener, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SourceGroup.class);
  private static final Duration ROUND = Duration.ofMillis(50);

  private final KafkaConnection kafka;
  private final Topics topics;
  private final SourceCopy copy;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<Integer, OwnedPartition> owned = new TreeMap<>();
  private boolean joined;
  private volatile List<String> hindrances = List.of("it has not joined its group yet");

  SourceGroup(KafkaConnection kafka, Topics topics, SourceCopy copy) {
    this.kafka = kafka;
    this.topics = topics;
    this.copy = copy;
    this.consumer =
        new KafkaConsumer<>(
            settings(kafka, topics), new StringDeserializer(), new ByteArrayDeserializer());
    consumer.subscribe(List.of(topics.sources().name()), this);
  }

  private static Properties settings(KafkaConnection kafka, Topics topics) {
    var settings = new Properties();
    settings.put(ConsumerConfig.GROUP_ID_CONFIG, topics.application("sources"));
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
    settings.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000);
    settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 10_000);
    return kafka.addTo(settings);
  }

  /// Takes part in the group for a moment, and takes over what was given to this process.
  void join() {
    consumer.poll(ROUND);
    for (TopicPartition partition : consumer.assignment()) {
      if (!owned.containsKey(partition.partition()) && !takeOver(partition)) {
        // Each attempt may take its whole time; the group wants to be heard of in between.
        return;
      }
    }
    if (joined && owned.size() == consumer.assignment().size()) {
      hindrances = waiting();
    }
  }

  private List<String> waiting() {
    return owned.entrySet().stream()
        .filter(owner -> !owner.getValue().isReady())
        .map(owner -> "it is still reading partition " + owner.getKey())
        .toList();
  }

  private boolean takeOver(TopicPartition partition) {
    int number = partition.partition();
    try {
      var writer = new SourceWriter(kafka, topics, number);
      try {
        owned.put(number, new OwnedPartition(number, copy, writer, writer.mark()));
        LOG.info("topic={} partition={} msg=\"taken over\"", partition.topic(), number);
        return true;
      } catch (KafkaException e) {
        writer.close();
        throw e;
      }
    } catch (InterruptException e) {
      throw e;
    } catch (KafkaException e) {
      hindrances = List.of("Kafka does not let it take over partition " + number);
      LOG.warn("topic={} partition={} msg=\"not taken over\"", partition.topic(), number, e);
      return false;
    }
  }

  List<OwnedPartition> ready() {
    return owned.values().stream().filter(OwnedPartition::isReady).toList();
  }

  boolean owns(OwnedPartition owner) {
    return owned.containsValue(owner);
  }

  /// After a failed transaction; taken over again in the next round if the group still says so.
  void giveUp(OwnedPartition owner, KafkaException cause) {
    hindrances = List.of("Kafka did not take what was read");
    LOG.warn("topic={} msg=\"gave up a partition\"", topics.sources().name(), cause);
    owned.values().remove(owner);
    owner.close();
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    // Only the membership is wanted; the copy does the reading.
    consumer.pause(partitions);
    joined = true;
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    for (TopicPartition partition : partitions) {
      OwnedPartition owner = owned.remove(partition.partition());
      if (owner != null) {
        owner.close();
      }
    }
  }

  List<String> hindrances() {
    return hindrances;
  }

  @Override
  public void close() {
    owned.values().forEach(OwnedPartition::close);
    owned.clear();
    consumer.close(CloseOptions.timeout(Duration.ofSeconds(2)));
  }
}
