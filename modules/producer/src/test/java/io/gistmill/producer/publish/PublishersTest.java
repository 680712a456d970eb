package io.gistmill.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.contracts.Topics;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.ClassifierSwitch;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.testsupport.kafka.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 120, unit = TimeUnit.SECONDS)
class PublishersTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
  private static final Duration WITHIN = Duration.ofSeconds(20);

  private static TestBroker broker;

  @BeforeAll
  static void startBroker() {
    broker = TestBroker.start();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @Test
  void whatIsAcknowledgedStandsUnderThePostsIdInTheOrderOfTheCalls() {
    // given
    Topics topics = topics("order");
    var answers = new ArrayList<CompletableFuture<Publication>>();

    // when
    try (var publisher = publisher(topics)) {
      for (int i = 0; i < 200; i++) {
        answers.add(publisher.publish(new PostEvent.Posted(post("p", "version " + i))));
      }
      answers.add(publisher.publish(new PostEvent.Withdrawn("p")));
      assertThat(answers).allMatch(a -> a.join() instanceof Publication.Acknowledged);
    }

    // then
    List<ConsumerRecord<String, PostEvent>> records = broker.read(topics.posts()).all();
    assertThat(records).hasSize(201).allMatch(record -> record.key().equals("p"));
    for (int i = 0; i < 200; i++) {
      assertThat(records.get(i).value()).isEqualTo(new PostEvent.Posted(post("p", "version " + i)));
    }
    assertThat(records.getLast().value()).isEqualTo(new PostEvent.Withdrawn("p"));
  }

  @Test
  void aPostThatIsTooLargeIsToldApart() {
    // given
    Topics topics = topics("large");

    // when
    Publication publication;
    try (var publisher = publisher(topics)) {
      publication = publisher.publish(new PostEvent.Posted(post("p", "x".repeat(3 << 20)))).join();
    }

    // then
    assertThat(publication).isInstanceOf(Publication.TooLarge.class);
  }

  @Test
  void aBrokerThatIsAwayIsToldApart() {
    // given
    try (var publisher =
        new PostPublisher(
            KafkaConnection.plain("127.0.0.1:1"),
            new Topics("away", 1, 1),
            Duration.ofSeconds(1))) {

      // when
      Publication publication = publisher.publish(new PostEvent.Withdrawn("p")).join();

      // then
      assertThat(publication).isInstanceOf(Publication.Unavailable.class);
    }
  }

  @Test
  void aClosedPublisherRefuses() {
    // given
    var publisher = publisher(topics("closed"));
    publisher.close();

    // when
    Publication publication = publisher.publish(new PostEvent.Withdrawn("p")).join();

    // then
    assertThat(publication).isInstanceOf(Publication.Refused.class);
  }

  @Test
  void ticksAreNotForSinglePosts() {
    try (var publisher = publisher(topics("ticks"))) {
      var tick = new PostEvent.Ticked(new Tick(Instant.EPOCH, null, true));

      assertThatThrownBy(() -> publisher.publish(tick))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aSubscriptionIsWrittenWhenItChangesAndOnlyThen() {
    // given
    Topics topics = topics("editions");
    var publisher = new SubscriptionPublisher(connection(), topics);
    Subscribed one = new Editions(ZONE, 20, 50).of(List.of("rag"));
    Subscribed two = new Editions(ZONE, 20, 50).of(List.of("rag", "all"));

    // when
    List<Boolean> written =
        List.of(
            publisher.ensure(one),
            publisher.ensure(one),
            publisher.ensure(two),
            publisher.ensure(two),
            publisher.ensure(one));

    // then
    assertThat(written).containsExactly(true, false, true, false, true);
    assertThat(broker.read(topics.subscriptions()).all())
        .extracting(record -> record.value())
        .containsExactly(one, two, one);
  }

  @Test
  void editionsAreEachRouteByDayAndByWeek() {
    // when
    Subscribed editions = new Editions(ZONE, 20, 50).of(new TreeSet<>(List.of("rag", "all")));

    // then
    assertThat(editions.subscriber()).isEqualTo("editions");
    assertThat(editions.subscriptions())
        .extracting(Subscription::id)
        .containsExactly(
            "editions-daily-all",
            "editions-weekly-all",
            "editions-daily-rag",
            "editions-weekly-rag");
    assertThat(editions.subscriptions())
        .allMatch(subscription -> subscription.zone().equals(ZONE))
        .extracting(Subscription::maxItems)
        .containsExactly(20, 50, 20, 50);
    assertThat(editions.subscriptions().getFirst().cadence()).isInstanceOf(Cadence.Daily.class);
  }

  @Test
  void aTopicOfASwitchHasItsEditionsAndKeepsThem() {
    // given
    Topics topics = topics("switched");
    var editions = new Editions(ZONE, 20, 50);
    var subscriptions = new SubscriptionPublisher(connection(), topics);
    subscriptions.ensure(editions, List.of("all", "rag"));

    // when
    Publication publication =
        new SwitchPublisher(connection(), topics, editions)
            .publish(
                List.of(
                    new ClassifierSwitch(
                        "taxonomy", "2", "", new TreeMap<>(Map.of("bees", "Bees")))));
    boolean again = subscriptions.ensure(editions, List.of("all", "rag"));

    // then
    assertThat(publication).isEqualTo(new Publication.Acknowledged());
    assertThat(again).isFalse();
    assertThat(broker.read(topics.subscriptions()).all())
        .extracting(record -> record.value())
        .containsExactly(
            editions.of(List.of("all", "rag")), editions.of(List.of("all", "bees", "rag")));
  }

  private static PostPublisher publisher(Topics topics) {
    return new PostPublisher(connection(), topics, WITHIN);
  }

  private static KafkaConnection connection() {
    return KafkaConnection.plain(broker.bootstrapServers());
  }

  private static Topics topics(String prefix) {
    var topics = new Topics(prefix, 3, 2);
    broker.create(topics.all());
    return topics;
  }

  private static Post post(String id, String text) {
    return new Post(
        id,
        new Origin("test", null),
        "Nell",
        null,
        Instant.EPOCH,
        false,
        null,
        null,
        text,
        List.of(),
        List.of(),
        List.of());
  }
}
