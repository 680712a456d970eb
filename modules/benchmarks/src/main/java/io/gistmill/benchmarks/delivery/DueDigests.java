package io.gistmill.benchmarks.delivery;

import io.gistmill.contracts.EventKeys;
import io.gistmill.contracts.Partitions;
import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Readers and their digests as a mailroom would have cut them, written into the log.
///
/// @param items of which each digest shows some
/// @param each how many stories a digest has
/// @param hookPort of the web server that takes posts
final class DueDigests implements AutoCloseable {

  /// Domains of addresses, and hosts of webhooks.
  static final int DESTINATIONS = 200;

  /// Hosts of webhooks that take a post and never answer.
  static final int HANGING = DESTINATIONS / 10;

  /// Readers from this number on have their webhooks there.
  static final int FIRST_HANGING = 1_000_000;

  private final Topics topics;
  private final Channel channel;
  private final List<Digest.Item> items;
  private final int each;
  private final int hookPort;
  private final Instant cut = Tick.edgeBefore(Instant.now());
  private final SplittableRandom random = new SplittableRandom(11);
  private final KafkaProducer<String, byte[]> producer;
  private final List<Future<RecordMetadata>> sent = new ArrayList<>();

  DueDigests(
      String bootstrap,
      Topics topics,
      Channel channel,
      List<Digest.Item> items,
      int each,
      int hookPort) {
    this.topics = topics;
    this.channel = channel;
    this.items = items;
    this.each = each;
    this.hookPort = hookPort;
    var settings = new Properties();
    // A topic that was just made may take a second batch before the first, and then refuse it.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    this.producer =
        new KafkaProducer<>(
            KafkaConnection.plain(bootstrap).addTo(settings),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /// The end of every digest's window.
  Instant cut() {
    return cut;
  }

  void signUp(IntStream readers) {
    readers.forEach(this::signUp);
    for (int partition = 0; partition < topics.subscriptions().partitions(); partition++) {
      var tick = new Tick(cut, cut.minus(Tick.QUARTER), true);
      send(topics.subscriptions(), partition, EventKeys.TICK, new SubscriptionEvent.Ticked(tick));
    }
    settle();
  }

  private void signUp(int reader) {
    Subscription wanted = subscription(reader);
    String name = wanted.subscriber();
    var event = new SubscriptionEvent.Subscribed(name, List.of(wanted), contact(reader));
    send(topics.subscriptions(), partition(name), name, event);
  }

  static String digestOf(int reader) {
    return "reader-" + reader + "-daily.1";
  }

  /// Writes the digest of a reader.
  void digest(int reader) {
    Subscription wanted = subscription(reader);
    int first = random.nextInt(items.size() - each);
    var digest =
        new Digest(
            digestOf(reader),
            wanted,
            cut.minus(Duration.ofDays(1)),
            cut,
            items.subList(first, first + each),
            3,
            "hash");
    send(
        topics.digests(),
        partition(wanted.subscriber()),
        digest.id(),
        new DigestEvent.Made(digest));
  }

  /// Returns when the broker has everything.
  void settle() {
    producer.flush();
    sent.forEach(Future::resultNow);
    sent.clear();
  }

  private int partition(String subscriber) {
    return Partitions.of(subscriber, topics.digests().partitions());
  }

  private <V> void send(Topic<V> topic, int partition, String key, V value) {
    byte[] bytes = topic.values().serializer().serialize(topic.name(), value);
    sent.add(producer.send(new ProducerRecord<>(topic.name(), partition, key, bytes)));
  }

  private Subscription subscription(int reader) {
    return new Subscription(
            "reader-" + reader + "-daily",
            "reader-" + reader,
            Subscription.ALL,
            new Cadence.Daily(LocalTime.MIDNIGHT),
            ZoneOffset.UTC,
            each)
        .by(List.of(channel));
  }

  private Contact contact(int reader) {
    return switch (channel) {
      case EMAIL ->
          new Contact(
              new Contact.Mailbox(
                  "reader-" + reader + "@host" + reader % DESTINATIONS + ".example.org",
                  Instant.EPOCH),
              null);
      case WEBHOOK ->
          new Contact(
              null,
              new Contact.Endpoint(
                  url(reader), Contact.Endpoint.Format.STANDARD, 1, null, Instant.EPOCH));
    };
  }

  private String url(int reader) {
    return reader < FIRST_HANGING
        ? "http://127.0.1." + (1 + reader % DESTINATIONS) + ":" + hookPort + "/hook"
        : "http://127.0.2." + (1 + reader % HANGING) + ":" + hookPort + "/hang";
  }

  @Override
  public void close() {
    producer.close();
  }
}
