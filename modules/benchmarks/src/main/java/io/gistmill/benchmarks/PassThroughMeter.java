package io.gistmill.benchmarks;

import io.gistmill.contracts.Json;
import io.gistmill.contracts.Topic;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Sends posts into one topic and waits for them in another.
final class PassThroughMeter implements AutoCloseable {

  private static final int BATCH = 1_000;

  private final Topic<PostEvent> from;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;

  PassThroughMeter(String bootstrapServers, Topic<PostEvent> from, Topic<byte[]> to) {
    this.from = from;
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4",
                ProducerConfig.LINGER_MS_CONFIG,
                5,
                ProducerConfig.BATCH_SIZE_CONFIG,
                128 << 10),
            new StringSerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                50),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        IntStream.range(0, to.partitions())
            .mapToObj(partition -> new TopicPartition(to.name(), partition))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
  }

  /// The first time waits for the topology to start as well, so one post goes ahead of it.
  List<Double> measure(Path posts, int times) throws IOException {
    List<ProducerRecord<String, byte[]>> records = records(posts);
    passThrough(records.subList(0, 1));
    List<Double> perSecond = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      perSecond.add(records.size() / passThrough(records));
    }
    return perSecond;
  }

  /// @return seconds
  private double passThrough(List<ProducerRecord<String, byte[]>> records) {
    long start = System.nanoTime();
    int sent = 0;
    int arrived = 0;
    for (ProducerRecord<String, byte[]> record : records) {
      var _ = producer.send(record);
      sent++;
      if (sent % BATCH == 0) {
        arrived += consumer.poll(Duration.ZERO).count();
      }
    }
    producer.flush();
    while (arrived < records.size()) {
      arrived += consumer.poll(Duration.ofMillis(100)).count();
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private List<ProducerRecord<String, byte[]>> records(Path posts) throws IOException {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(posts)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Post post = Json.MAPPER.readValue(line, Post.class);
        byte[] value =
            from.values().serializer().serialize(from.name(), new PostEvent.Posted(post));
        records.add(new ProducerRecord<>(from.name(), post.id(), value));
      }
    }
    return records;
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    consumer.close();
  }
}
