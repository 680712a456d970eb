package io.gistmill.benchmarks.latency;

import io.gistmill.benchmarks.posts.PostGenerator;
import io.gistmill.benchmarks.stage.ResultReader;
import io.gistmill.classifier.ActiveClassifier;
import io.gistmill.classifier.ClassifierRegistry;
import io.gistmill.classifier.Tagger;
import io.gistmill.classifier.Taggers;
import io.gistmill.classifier.api.Classifier;
import io.gistmill.classifier.topology.ClassifierTopology;
import io.gistmill.contracts.TopicAdmin;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.Outcome;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.embeddedkafka.EmbeddedKafka;
import io.gistmill.embeddedkafka.KafkaBroker;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.streams.StreamsService;
import io.gistmill.runtime.streams.StreamsSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.StringSerializer;

/// What a plug-in costs the posts of the classifier stage, from the producer until they are tagged
/// and committed: when there is none, when it answers, and when one call of it hangs for a minute
/// and heeds no interrupt.
public final class HangBenchmark {

  private static final Topics TOPICS = new Topics("hang", 1, 1);
  private static final Duration POLL = Duration.ofMillis(20);
  private static final Duration HANG = Duration.ofSeconds(60);
  private static final String PLUGIN = "plugin@1";

  /// Until when the plug-in hangs, in nanoseconds; 0 for never.
  private final AtomicLong hangsUntil = new AtomicLong();

  private final int perSecond;
  private final Iterator<Post> posts;

  private HangBenchmark(int perSecond) {
    this.perSecond = perSecond;
    this.posts = Stream.generate(new PostGenerator(1, 60_000)::next).iterator();
  }

  /// @param arguments a folder for data, posts a second, seconds to measure
  public static void main(String[] arguments) throws Exception {
    var folder = Path.of(arguments[0]);
    int perSecond = Integer.parseInt(arguments[1]);
    int seconds = Integer.parseInt(arguments[2]);
    for (String plugin : List.of("none", "answers", "hangs")) {
      Latencies latencies =
          new HangBenchmark(perSecond).run(folder.resolve(plugin), plugin, seconds);
      System.out.println("plug-in " + plugin + ": " + latencies);
    }
  }

  private Latencies run(Path folder, String plugin, int seconds) throws Exception {
    try (KafkaBroker broker = EmbeddedKafka.start(folder.resolve("broker"))) {
      String bootstrap = broker.bootstrapServers();
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
        TopicAdmin.ensure(admin, List.of(TOPICS.posts(), TOPICS.tagged(), TOPICS.rejects()));
      }
      var settings =
          new StreamsSettings(
                  "hang",
                  KafkaConnection.plain(bootstrap),
                  folder.resolve("state"),
                  TOPICS.rejects().name())
              .withCommitInterval(Duration.ofMillis(30));
      var tagger =
          new Tagger(classifiers(!"none".equals(plugin)), Tagger.THRESHOLD, System::nanoTime);
      try (StreamsService _ =
          StreamsService.start(
              new ClassifierTopology(TOPICS, Taggers.of(tagger), false).build(), settings)) {
        return measure(bootstrap, "hangs".equals(plugin), seconds);
      }
    }
  }

  private Latencies measure(String bootstrap, boolean hang, int seconds)
      throws InterruptedException {
    var loop = new OpenLoop(perSecond);
    try (KafkaConsumer<String, byte[]> consumer =
            ResultReader.open(bootstrap, TOPICS.tagged(), POLL);
        var producer =
            new KafkaProducer<>(
                Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    bootstrap,
                    ProducerConfig.LINGER_MS_CONFIG,
                    0),
                new StringSerializer(),
                TOPICS.posts().values().serializer())) {
      Thread reader = Thread.ofPlatform().daemon().start(() -> read(consumer, loop));
      loop.run("warm", 15, id -> send(producer, id));
      await(loop);
      hangsUntil.set(hang ? System.nanoTime() + HANG.toNanos() : 0);
      loop.run("measured", seconds, id -> send(producer, id));
      await(loop);
      reader.interrupt();
      reader.join();
    }
    return loop.latencies("measured");
  }

  private void send(KafkaProducer<String, PostEvent> producer, String id) {
    Post made = posts.next();
    var post =
        new Post(
            id,
            made.origin(),
            made.author(),
            made.handle(),
            made.published(),
            made.dateInferred(),
            made.link(),
            made.title(),
            made.text(),
            made.quoted(),
            made.notes(),
            made.links());
    var _ =
        producer.send(new ProducerRecord<>(TOPICS.posts().name(), id, new PostEvent.Posted(post)));
  }

  private static void read(KafkaConsumer<String, byte[]> consumer, OpenLoop loop) {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        consumer.poll(POLL).forEach(record -> loop.arrived(record.key()));
      } catch (InterruptException e) {
        return;
      }
    }
  }

  private static void await(OpenLoop loop) {
    while (!loop.isComplete()) {
      LockSupport.parkNanos(POLL.toNanos());
    }
  }

  private List<ActiveClassifier> classifiers(boolean plugin) {
    var active = new ArrayList<ActiveClassifier>();
    ClassifierRegistry shipped = ClassifierRegistry.discover(HangBenchmark.class.getClassLoader());
    active.addAll(shipped.activate(List.of("taxonomy")));
    if (plugin) {
      Classifier classifier = this::classify;
      active.add(new ActiveClassifier(PLUGIN, new TreeSet<>(List.of("rag")), classifier));
    }
    return active;
  }

  private List<Outcome> classify(List<Post> batch) {
    while (System.nanoTime() < hangsUntil.get()) {
      LockSupport.parkNanos(POLL.toNanos());
      // Whoever wants it to stop is not heard.
      var ignored = Thread.interrupted();
    }
    return batch.stream().<Outcome>map(_ -> new Outcome.Tagged(PLUGIN, List.of())).toList();
  }
}
