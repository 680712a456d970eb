package io.gistmill.digest.courier;

import io.gistmill.contracts.EventKeys;
import io.gistmill.contracts.Partitions;
import io.gistmill.contracts.StoryKeys;
import io.gistmill.contracts.Topic;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.Digest;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.Fixed;
import io.gistmill.domain.Language;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.state.Table;
import io.gistmill.testsupport.MemoryTable;
import io.gistmill.testsupport.kafka.TopicReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// What the mailroom and the subscribers write, written by hand, and what the courier makes of it.
final class TestLog implements AutoCloseable {

  static final Instant CUT = Instant.parse("2025-03-05T16:00:00Z");
  static final Instant FROM = CUT.minus(Duration.ofDays(1));

  private final String bootstrap;
  private final Topics topics;
  private final KafkaProducer<String, byte[]> producer;

  TestLog(String bootstrap, Topics topics) {
    this.bootstrap = bootstrap;
    this.topics = topics;
    var settings = KafkaConnection.plain(bootstrap).addTo(new Properties());
    this.producer =
        new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
  }

  static Subscription daily(String subscriber, List<Channel> channels) {
    return new Subscription(
            id(subscriber),
            subscriber,
            Subscription.ALL,
            new Cadence.Daily(LocalTime.MIDNIGHT),
            ZoneId.of("Asia/Shanghai"),
            10)
        .by(channels);
  }

  private static String id(String subscriber) {
    return subscriber.replace('@', '.') + "-daily";
  }

  static Contact contact(String subscriber) {
    return new Contact(
        new Contact.Mailbox(subscriber + ".example.org", FROM),
        new Contact.Endpoint(
            "https://" + subscriber.substring(subscriber.indexOf('@') + 1) + "/hook",
            Contact.Endpoint.Format.STANDARD,
            1,
            null,
            FROM));
  }

  void subscribe(String subscriber, Channel... channels) {
    var wanted = List.of(daily(subscriber, List.of(channels)));
    subscribe(new SubscriptionEvent.Subscribed(subscriber, wanted, contact(subscriber)));
  }

  void subscribe(SubscriptionEvent.Subscribed event) {
    write(topics.subscriptions(), event.subscriber(), event.subscriber(), event);
  }

  void tick(Instant at) {
    for (int partition = 0; partition < topics.subscriptions().partitions(); partition++) {
      byte[] value =
          topics
              .subscriptions()
              .values()
              .serializer()
              .serialize("", new SubscriptionEvent.Ticked(new Tick(at, FROM, true)));
      send(new ProducerRecord<>(topics.subscriptions().name(), partition, EventKeys.TICK, value));
    }
  }

  /// The digest of some day, counted from the first.
  String digest(String subscriber, int day, Channel... channels) {
    Instant cut = CUT.plus(Duration.ofDays(day));
    var item = new Digest.Item("s1", Fixed.ONE, List.of(new Digest.PostRef("p1", "s1", FROM)));
    var digest =
        new Digest(
            id(subscriber) + "." + day,
            daily(subscriber, List.of(channels)),
            cut.minus(Duration.ofDays(1)),
            cut,
            List.of(item),
            0,
            "hash");
    write(topics.digests(), digest.id(), subscriber, new DigestEvent.Made(digest));
    return digest.id();
  }

  void request(Delivery delivery, Instant at) {
    var event = new DeliveryEvent.Requested(delivery, at);
    write(topics.deliveries(), event.key(), delivery.subscriber(), event);
  }

  void garbage(String subscriber) {
    int partition = Partitions.of(subscriber, topics.digests().partitions());
    send(
        new ProducerRecord<>(
            topics.digests().name(),
            partition,
            "any",
            "no digest".getBytes(StandardCharsets.UTF_8)));
  }

  private <V> void write(Topic<V> topic, String key, String subscriber, V value) {
    send(
        new ProducerRecord<>(
            topic.name(),
            Partitions.of(subscriber, topic.partitions()),
            key,
            topic.values().serializer().serialize(topic.name(), value)));
  }

  private void send(ProducerRecord<String, byte[]> record) {
    var _ = producer.send(record);
    producer.flush();
  }

  /// How far each delivery has come, by key.
  Map<String, Delivery> ledger() {
    var ledger = new TreeMap<String, Delivery>();
    for (DeliveryEvent event : events()) {
      if (event instanceof DeliveryEvent.Updated(var delivery)) {
        ledger.put(delivery.key(), delivery);
      }
    }
    return ledger;
  }

  /// How far one delivery has come.
  Delivery delivery(String key) {
    return Objects.requireNonNull(ledger().get(key), key);
  }

  /// All that was ever written to the ledger, but tombstones.
  List<DeliveryEvent> events() {
    return new TopicReader<>(bootstrap, topics.deliveries())
        .all().stream().map(record -> record.value()).filter(value -> value != null).toList();
  }

  /// The words of every digest here.
  static Table<StoryEvent> stories(Instant asOf) {
    var post =
        new StoryPost(
            "p1",
            null,
            FROM,
            FROM,
            false,
            1,
            "林知夏",
            "linzhixia",
            "https://example.org/p1",
            Language.MIXED,
            List.of(),
            "检索增强流水线开源",
            "It cites its sources.",
            Fixed.ONE);
    var stories = new MemoryTable<StoryEvent>();
    stories.put(StoryKeys.revision(FROM, "s1"), new StoryEvent.Revised("s1", FROM, List.of(post)));
    stories.put(StoryKeys.TICK, new StoryEvent.Ticked(new Tick(asOf, FROM, true)));
    return stories;
  }

  @Override
  public void close() {
    producer.close();
  }
}
