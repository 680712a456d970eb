package io.gistmill.courier;

import io.gistmill.contracts.EventKeys;
import io.gistmill.contracts.Partitions;
import io.gistmill.contracts.StoryKeys;
import io.gistmill.contracts.Topic;
import io.gistmill.contracts.TopicAdmin;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Readers whose digests have just been cut, on the log of a broker.
final class CourierWorld {

  static final Topics TOPICS = new Topics("gistmill", 1, 4);

  private static final int HOSTS = 20;
  private static final Instant CUT = Instant.now().truncatedTo(ChronoUnit.HOURS);
  private static final Instant BUCKET = CUT.minus(Duration.ofHours(1));

  private final String bootstrap;
  private final int hookPort;

  CourierWorld(String bootstrap, int hookPort) {
    this.bootstrap = bootstrap;
    this.hookPort = hookPort;
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      TopicAdmin.ensure(
          admin,
          List.of(TOPICS.subscriptions(), TOPICS.digests(), TOPICS.deliveries(), TOPICS.rejects()));
    }
  }

  static Table<StoryEvent> stories() {
    var post =
        new StoryPost(
            "p1",
            null,
            BUCKET,
            BUCKET,
            false,
            1,
            "林知夏",
            "linzhixia",
            null,
            Language.MIXED,
            List.of(),
            "检索增强流水线开源",
            "It cites its sources.",
            Fixed.ONE);
    var stories = new MemoryTable<StoryEvent>();
    // The hour may have turned in a process that was started later.
    for (Instant hour : List.of(BUCKET.minus(Duration.ofHours(1)), BUCKET)) {
      stories.put(
          StoryKeys.revision(hour, "s1"), new StoryEvent.Revised("s1", hour, List.of(post)));
    }
    stories.put(
        StoryKeys.TICK,
        new StoryEvent.Ticked(new Tick(CUT.plus(Duration.ofDays(1)), BUCKET, true)));
    return stories;
  }

  /// Writes subscribers, a tick, and a digest for each. Every fifth has a webhook too.
  ///
  /// @return the keys of what has to arrive
  List<String> write(int subscribers) {
    var keys = new ArrayList<String>();
    try (var producer =
        new KafkaProducer<>(
            KafkaConnection.plain(bootstrap).addTo(new Properties()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      for (int i = 0; i < subscribers; i++) {
        Subscription wanted = subscription(i);
        send(
            producer,
            TOPICS.subscriptions(),
            wanted.subscriber(),
            wanted.subscriber(),
            new SubscriptionEvent.Subscribed(wanted.subscriber(), List.of(wanted), contact(i)));
      }
      producer.flush();
      tick(producer);
      for (int i = 0; i < subscribers; i++) {
        Digest digest = digest(subscription(i));
        send(
            producer,
            TOPICS.digests(),
            digest.id(),
            digest.subscription().subscriber(),
            new DigestEvent.Made(digest));
        digest
            .subscription()
            .channels()
            .forEach(
                channel -> keys.add(digest.id() + "|" + channel.name().toLowerCase(Locale.ROOT)));
      }
    }
    return keys;
  }

  private static void tick(KafkaProducer<String, byte[]> producer) {
    var tick = new SubscriptionEvent.Ticked(new Tick(CUT, BUCKET, true));
    byte[] value = TOPICS.subscriptions().values().serializer().serialize("", tick);
    for (int partition = 0; partition < TOPICS.subscriptions().partitions(); partition++) {
      var _ =
          producer.send(
              new ProducerRecord<>(
                  TOPICS.subscriptions().name(), partition, EventKeys.TICK, value));
    }
  }

  private static <V> void send(
      KafkaProducer<String, byte[]> producer,
      Topic<V> topic,
      String key,
      String subscriber,
      V value) {
    var _ =
        producer.send(
            new ProducerRecord<>(
                topic.name(),
                Partitions.of(subscriber, topic.partitions()),
                key,
                topic.values().serializer().serialize(topic.name(), value)));
  }

  private static Subscription subscription(int number) {
    return new Subscription(
            "reader-" + number + "-daily",
            "reader-" + number,
            Subscription.ALL,
            new Cadence.Daily(LocalTime.MIDNIGHT),
            ZoneId.of("UTC"),
            10)
        .by(number % 5 == 0 ? List.of(Channel.values()) : List.of(Channel.EMAIL));
  }

  private Contact contact(int number) {
    return new Contact(
        new Contact.Mailbox("reader-" + number + "@host" + number % HOSTS + ".example.org", BUCKET),
        new Contact.Endpoint(
            "http://127.0.0.1:" + hookPort + "/hook",
            Contact.Endpoint.Format.STANDARD,
            1,
            null,
            BUCKET));
  }

  private static Digest digest(Subscription subscription) {
    var item = new Digest.Item("s1", Fixed.ONE, List.of(new Digest.PostRef("p1", "s1", BUCKET)));
    return new Digest(
        subscription.id() + ".1",
        subscription,
        CUT.minus(Duration.ofDays(1)),
        CUT,
        List.of(item),
        0,
        "hash");
  }

  /// How far each delivery has come, by key.
  SortedMap<String, Delivery> ledger() {
    var ledger = new TreeMap<String, Delivery>();
    new TopicReader<>(bootstrap, TOPICS.deliveries())
        .all()
        .forEach(
            record -> {
              if (record.value() instanceof DeliveryEvent.Updated(var delivery)) {
                ledger.put(delivery.key(), delivery);
              }
            });
    return ledger;
  }
}
