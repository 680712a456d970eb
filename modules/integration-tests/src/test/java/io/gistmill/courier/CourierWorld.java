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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Readers and a story for them, on the log of a broker. Each reader's first digest is due at the
/// tick behind its sign-up.
///
/// @param begin the first tick, early enough for all others to lie in the past
/// @param readers by number
record CourierWorld(String bootstrap, Topics topics, Instant begin, IntFunction<Reader> readers) {

  /// Where somebody is reached, and how they want it.
  record Reader(Contact contact, List<Channel> channels) {

    static Reader byMail(String address) {
      return new Reader(
          new Contact(new Contact.Mailbox(address, CONFIRMED), null), List.of(Channel.EMAIL));
    }

    static Reader byWebhook(String url) {
      return new Reader(new Contact(null, endpoint(url)), List.of(Channel.WEBHOOK));
    }

    private static Contact.Endpoint endpoint(String url) {
      return new Contact.Endpoint(url, Contact.Endpoint.Format.STANDARD, 1, null, CONFIRMED);
    }
  }

  static final Topics TOPICS = new Topics("gistmill", 4, 4);

  private static final int HOSTS = 20;
  private static final int TICKS = 24;
  private static final int DAYS = 4;
  private static final String BY_HAND = ".1";
  private static final Instant CONFIRMED = Instant.EPOCH;

  /// Everybody by mail, on twenty domains, and every fifth by webhook too.
  ///
  /// @param hookPort of the web server that takes posts
  static IntFunction<Reader> byMailAndSomeByWebhook(int hookPort) {
    Contact.Endpoint hook = Reader.endpoint("http://127.0.0.1:" + hookPort + "/hook");
    return number -> {
      Reader byMail = Reader.byMail("reader-" + number + "@host" + number % HOSTS + ".example.org");
      return number % 5 == 0
          ? new Reader(new Contact(byMail.contact().mailbox(), hook), List.of(Channel.values()))
          : byMail;
    };
  }

  /// On a broker without topics: makes these, and writes the story and the first tick.
  static CourierWorld on(String bootstrap, Topics topics, IntFunction<Reader> readers) {
    Instant begin = Tick.edgeBefore(Instant.now()).minus(Tick.QUARTER.multipliedBy(TICKS));
    return on(bootstrap, topics, begin, readers);
  }

  /// The same, from an instant on.
  static CourierWorld on(
      String bootstrap, Topics topics, Instant begin, IntFunction<Reader> readers) {
    var world = new CourierWorld(bootstrap, topics, begin, readers);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      TopicAdmin.ensure(
          admin,
          List.of(
              topics.stories(),
              topics.subscriptions(),
              topics.digests(),
              topics.deliveries(),
              topics.rejects()));
    }
    world.writing(
        log -> {
          stories(begin)
              .scan(
                  "",
                  "\uffff",
                  (key, event) -> {
                    if (event instanceof StoryEvent.Revised) {
                      log.story(event);
                    }
                    return true;
                  });
          log.tick(new Tick(begin, null, true));
        });
    return world;
  }

  private static Instant bucket(Instant begin) {
    return begin.minus(Tick.QUARTER);
  }

  private static StoryPost post(String id, Instant bucket) {
    return new StoryPost(
        id,
        null,
        bucket,
        bucket,
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
  }

  /// The words of all digests, as a mailroom's copy holds them: a story of each day, its
  /// yesterday's too.
  static Table<StoryEvent> stories(Instant begin) {
    var stories = new MemoryTable<StoryEvent>();
    for (int day = 0; day < DAYS; day++) {
      Instant bucket = bucket(begin).plus(Duration.ofDays(day));
      String story = "s" + (day + 1);
      stories.put(
          StoryKeys.revision(bucket, story),
          new StoryEvent.Revised(story, bucket, List.of(post("p" + (day + 1), bucket))));
    }
    stories.put(
        StoryKeys.TICK,
        new StoryEvent.Ticked(new Tick(begin.plus(Duration.ofDays(DAYS)), begin, true)));
    return stories;
  }

  /// What is written into the log together.
  private final class Log {

    private final KafkaProducer<String, byte[]> producer;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    Log(KafkaProducer<String, byte[]> producer) {
      this.producer = producer;
    }

    void story(StoryEvent event) {
      send(topics.stories(), 0, StoryKeys.of(event), event);
    }

    void subscribe(int reader) {
      Subscription wanted = subscription(reader);
      String name = wanted.subscriber();
      Contact contact = readers.apply(reader).contact();
      var event = new SubscriptionEvent.Subscribed(name, List.of(wanted), contact);
      send(topics.subscriptions(), partition(name), name, event);
    }

    void tick(Tick tick) {
      story(new StoryEvent.Ticked(tick));
      for (int partition = 0; partition < topics.subscriptions().partitions(); partition++) {
        send(topics.subscriptions(), partition, EventKeys.TICK, new SubscriptionEvent.Ticked(tick));
      }
    }

    void digest(Digest digest) {
      int partition = partition(digest.subscription().subscriber());
      send(topics.digests(), partition, digest.id(), new DigestEvent.Made(digest));
    }

    private int partition(String subscriber) {
      return Partitions.of(subscriber, topics.digests().partitions());
    }

    private <V> void send(Topic<V> topic, int partition, String key, V value) {
      byte[] bytes = topic.values().serializer().serialize(topic.name(), value);
      sent.add(producer.send(new ProducerRecord<>(topic.name(), partition, key, bytes)));
    }

    /// Returns when the broker has everything: what it refused would look like a lost digest.
    void settle() {
      producer.flush();
      sent.forEach(Future::resultNow);
    }
  }

  private void writing(Consumer<Log> what) {
    var settings = new Properties();
    // A broker that has just been started may take a second batch before the first, and then
    // refuse the first for good.
    settings.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
    try (var producer =
        new KafkaProducer<>(
            KafkaConnection.plain(bootstrap).addTo(settings),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var log = new Log(producer);
      what.accept(log);
      log.settle();
    }
  }

  /// Readers sign up, and a tick makes their digests due.
  ///
  /// @param wave its number, from 1
  void signUp(int wave, int first, int count) {
    writing(
        log -> {
          IntStream.range(first, first + count).forEach(log::subscribe);
          Instant before = begin.plus(Tick.QUARTER.multipliedBy(wave - 1L));
          log.tick(new Tick(before.plus(Tick.QUARTER), before, true));
        });
  }

  /// The clock ticks.
  void tick(Tick tick) {
    writing(log -> log.tick(tick));
  }

  /// Readers with digests as a mailroom would have cut them, where there is none.
  ///
  /// @return the keys of what has to arrive
  Set<String> cutByHand(int count) {
    signUp(1, 0, count);
    writing(log -> IntStream.range(0, count).forEach(reader -> log.digest(digest(reader))));
    return expected(count);
  }

  /// The keys of what has to arrive at the first readers, by whichever digest.
  Set<String> expected(int count) {
    return IntStream.range(0, count)
        .mapToObj(this::subscription)
        .flatMap(wanted -> wanted.channels().stream().map(channel -> key(wanted.id(), channel)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The keys of the digest that was cut by hand for a reader, one for each channel.
  List<String> keys(int reader) {
    Subscription wanted = subscription(reader);
    return wanted.channels().stream().map(channel -> key(wanted.id() + BY_HAND, channel)).toList();
  }

  /// Each subscription has one digest alone: whatever stands behind its id names the cut.
  static String keyWithoutCut(String key) {
    return key.replaceFirst("\\.[^|]*", "");
  }

  private static String key(String id, Channel channel) {
    return id + "|" + channel.name().toLowerCase(Locale.ROOT);
  }

  private Subscription subscription(int number) {
    return new Subscription(
            "reader-" + number + "-daily",
            "reader-" + number,
            Subscription.ALL,
            new Cadence.Daily(LocalTime.MIDNIGHT),
            ZoneId.of("UTC"),
            10)
        .by(readers.apply(number).channels());
  }

  private Digest digest(int reader) {
    Subscription wanted = subscription(reader);
    Instant cut = begin.plus(Tick.QUARTER);
    var post = new Digest.PostRef("p1", "s1", bucket(begin));
    var item = new Digest.Item("s1", Fixed.ONE, List.of(post));
    return new Digest(
        wanted.id() + BY_HAND,
        wanted,
        cut.minus(Duration.ofDays(1)),
        cut,
        List.of(item),
        0,
        "hash");
  }

  /// How far each delivery has come, by key.
  SortedMap<String, Delivery> ledger() {
    var ledger = new TreeMap<String, Delivery>();
    new TopicReader<>(bootstrap, topics.deliveries())
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
