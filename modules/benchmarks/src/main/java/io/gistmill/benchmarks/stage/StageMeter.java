package io.gistmill.benchmarks.stage;

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
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Sends posts into a stage and waits for what comes out.
final class StageMeter implements AutoCloseable {

  private static final int BATCH = 1_000;
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final Duration FETCH_WAIT = Duration.ofMillis(50);

  private final Topic<PostEvent> from;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;

  StageMeter(String bootstrapServers, MeasuredStage stage) {
    from = stage.from();
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
    consumer = ResultReader.open(bootstrapServers, stage.to(), FETCH_WAIT);
  }

  /// Sends the same posts several times, under new ids each time. The first time waits for the
  /// stage to start as well, so one post goes ahead of it.
  ///
  /// @param posts as JSON Lines
  /// @return posts a second, of each time
  List<Double> measure(Path posts, int times) throws IOException {
    passThrough(records(posts, 'f').subList(0, 1));
    List<Double> perSecond = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      List<ProducerRecord<String, byte[]>> records = records(posts, (char) ('0' + i));
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
      if (System.nanoTime() - start > LIMIT.toNanos()) {
        throw new IllegalStateException(
            records.size() - arrived + " posts have not come out within " + LIMIT);
      }
      arrived += consumer.poll(Duration.ofMillis(100)).count();
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private List<ProducerRecord<String, byte[]>> records(Path posts, char time) throws IOException {
    List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    try (BufferedReader lines = Files.newBufferedReader(posts)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        Post post = renamed(Json.MAPPER.readValue(line, Post.class), time);
        byte[] value =
            from.values().serializer().serialize(from.name(), new PostEvent.Posted(post));
        records.add(new ProducerRecord<>(from.name(), post.id(), value));
      }
    }
    return records;
  }

  private static Post renamed(Post post, char time) {
    return new Post(
        time + post.id().substring(1),
        post.origin(),
        post.author(),
        post.handle(),
        post.published(),
        post.dateInferred(),
        null,
        post.title(),
        post.text(),
        post.quoted(),
        post.notes(),
        post.links());
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
    consumer.close();
  }
}
