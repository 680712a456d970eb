package io.gistmill.producer.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gistmill.contracts.Partitions;
import io.gistmill.contracts.Topics;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.PostIds;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.Tick;
import io.gistmill.testsupport.kafka.TestBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReplayPublisherTest {

  private static final Instant START = Instant.parse("2025-03-03T00:00:00Z");

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
  void everyTickStandsInEveryPartitionInOrder() throws InterruptedException {
    Topics topics = topics("ticks");

    publish(topics, days(5), new FollowingReaders());

    for (int partition = 0; partition < 3; partition++) {
      assertThat(ticks(topics, partition)).containsExactlyElementsOf(ticksIn(days(5)));
    }
    assertThat(broker.read(topics.subscriptions()).all())
        .filteredOn(record -> record.value() instanceof SubscriptionEvent.Ticked)
        .hasSize(2 * 5);
  }

  @Test
  void theSubscriptionStandsBeforeTheFirstTick() throws InterruptedException {
    Topics topics = topics("subscription");

    publish(topics, days(1), new FollowingReaders());

    assertThat(broker.read(topics.subscriptions()).all())
        .filteredOn(record -> record.partition() == Partitions.of("reader", 2))
        .extracting(ConsumerRecord::value)
        .startsWith(new SubscriptionEvent.Subscribed("reader", List.of()))
        .hasSize(2);
  }

  @Test
  void everyPostStandsOnceAfterItsTick() throws InterruptedException {
    Topics topics = topics("posts");

    publish(topics, days(5), new FollowingReaders());

    var ids = new TreeSet<String>();
    for (ConsumerRecord<String, PostEvent> record : broker.read(topics.posts()).all()) {
      if (record.value() instanceof PostEvent.Posted(var post)) {
        assertThat(ids.add(record.key())).isTrue();
        assertThat(lastTickBefore(topics, record)).isEqualTo(Tick.edgeBefore(post.published()));
      }
    }
    assertThat(ids).hasSize(5);
  }

  @Test
  void neverRunsFurtherAheadOfItsReadersThanItsLead() throws InterruptedException {
    var readers = new FollowingReaders();

    publish(topics("lead"), days(60), readers);

    assertThat(readers.awaited).isNotEmpty().isSorted();
    Instant last = START.plus(Duration.ofDays(59));
    assertThat(readers.reached).isBeforeOrEqualTo(last);
    assertThat(Duration.between(readers.reached, last)).isLessThanOrEqualTo(ReplayPublisher.LEAD);
  }

  @Test
  void whatReadersWaitForIsCommittedFirst() {
    Topics topics = topics("commit");
    var readers =
        new FollowingReaders() {
          @Override
          public void await(Instant tick) throws InterruptedException {
            assertThat(ticks(topics, 0))
                .as("committed when the readers are to reach %s", tick)
                .anySatisfy(written -> assertThat(written.instant()).isAfterOrEqualTo(tick));
            throw new InterruptedException("seen enough");
          }
        };

    assertThatThrownBy(() -> publish(topics, days(60), readers)).hasMessage("seen enough");
  }

  private static Topics topics(String prefix) {
    var topics = new Topics(prefix, 3, 2);
    broker.create(topics.all());
    return topics;
  }

  private static void publish(Topics topics, List<PostEvent> events, Readers readers)
      throws InterruptedException {
    try (var publisher = new ReplayPublisher(broker.bootstrapServers(), topics)) {
      publisher.subscribe("reader", List.of());
      publisher.publish(events.iterator(), readers, count -> {});
    }
  }

  /// One post a day, each behind a tick.
  private static List<PostEvent> days(int days) {
    List<PostEvent> events = new ArrayList<>();
    @Nullable Instant previous = null;
    for (int day = 0; day < days; day++) {
      Instant now = START.plus(Duration.ofDays(day));
      events.add(new PostEvent.Ticked(new Tick(now, previous, true)));
      events.add(new PostEvent.Posted(post(day, now.plusSeconds(60))));
      previous = now;
    }
    return events;
  }

  private static Post post(long day, Instant published) {
    return new Post(
        PostIds.ofStableId("test", "day " + day),
        new Origin("test", day),
        "Nell",
        null,
        published,
        false,
        null,
        null,
        "What happened on day " + day,
        List.of(),
        List.of(),
        List.of());
  }

  private static List<Tick> ticksIn(List<PostEvent> events) {
    return events.stream()
        .filter(PostEvent.Ticked.class::isInstance)
        .map(event -> ((PostEvent.Ticked) event).tick())
        .toList();
  }

  private static List<Tick> ticks(Topics topics, int partition) {
    return ticksIn(
        broker.read(topics.posts()).all().stream()
            .filter(record -> record.partition() == partition)
            .map(ConsumerRecord::value)
            .toList());
  }

  private static Instant lastTickBefore(Topics topics, ConsumerRecord<String, PostEvent> post) {
    return broker.read(topics.posts()).all().stream()
        .filter(record -> record.partition() == post.partition())
        .filter(record -> record.offset() < post.offset())
        .filter(record -> record.value() instanceof PostEvent.Ticked)
        .map(record -> ((PostEvent.Ticked) record.value()).tick().instant())
        .max(Instant::compareTo)
        .orElseThrow();
  }

  /// Reaches exactly what it is asked to wait for, and no more.
  private static class FollowingReaders implements Readers {
    final List<Instant> awaited = new ArrayList<>();
    Instant reached = Instant.MIN;

    @Override
    public boolean haveReached(Instant tick) {
      return !reached.isBefore(tick);
    }

    @Override
    public void await(Instant tick) throws InterruptedException {
      awaited.add(tick);
      reached = tick;
    }
  }
}
