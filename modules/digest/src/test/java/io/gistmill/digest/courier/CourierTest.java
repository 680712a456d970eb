package io.gistmill.digest.courier;

import static io.gistmill.digest.courier.TestLog.CUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.contracts.Topics;
import io.gistmill.delivery.Message;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.RetryLadder;
import io.gistmill.delivery.Transport;
import io.gistmill.digest.courier.ledger.LedgerRules;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.State;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.state.Table;
import io.gistmill.testsupport.kafka.TestBroker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CourierTest {

  private static TestBroker broker;

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicReference<Optional<Table<StoryEvent>>> stories =
      new AtomicReference<>(Optional.of(TestLog.stories(CUT.plus(Duration.ofDays(20)))));
  private final AtomicReference<Instant> now = new AtomicReference<>(CUT);
  private final List<Courier> couriers = new ArrayList<>();
  private Topics topics = new Topics("unset", 1, 1);
  private TestLog log = new TestLog("localhost:1", topics);

  @BeforeAll
  static void startBroker() {
    broker = TestBroker.start();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void makeTopics(TestInfo test) {
    log.close();
    topics = new Topics("courier-" + test.getDisplayName().hashCode(), 1, 2);
    broker.create(
        List.of(topics.digests(), topics.deliveries(), topics.subscriptions(), topics.rejects()));
    log = new TestLog(broker.bootstrapServers(), topics);
  }

  @AfterEach
  void close() {
    couriers.forEach(Courier::close);
    log.close();
  }

  private Courier start(FakePeer mail, FakePeer webhook) {
    Map<Channel, Transport> ways = Map.of(Channel.EMAIL, mail, Channel.WEBHOOK, webhook);
    OwnerLinks links =
        it ->
            new Message.Links(
                "https://g.example/d/" + it.digest(),
                "https://g.example/m/" + it.subscriber(),
                "https://g.example/u/" + it.subscription());
    var rules =
        new LedgerRules(
            Duration.ZERO,
            Map.of(
                Channel.EMAIL, RetryLadder.MAIL::pauseAfter,
                Channel.WEBHOOK, RetryLadder.WEBHOOK::pauseAfter));
    var courier =
        Courier.start(
            KafkaConnection.plain(broker.bootstrapServers()),
            topics,
            new CourierSettings(
                rules, Map.of(Channel.EMAIL, 64, Channel.WEBHOOK, 64), 4, Duration.ofSeconds(6)),
            now::get,
            new Composer(stories::get, slug -> slug, links),
            links,
            ways,
            meters);
    couriers.add(courier);
    return courier;
  }

  private Courier start(FakePeer mail) {
    return start(mail, FakePeer.accepting());
  }

  private void awaitState(String key, Class<? extends State> state) {
    await().atMost(Duration.ofSeconds(30)).until(() -> isIn(key, state));
  }

  /// A second goes by at each look, so that whatever was put off comes up again.
  private void awaitStateAsTimePasses(String key, Class<? extends State> state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              now.updateAndGet(time -> time.plusSeconds(1));
              return isIn(key, state);
            });
  }

  private boolean isIn(String key, Class<? extends State> state) {
    Delivery found = log.ledger().get(key);
    return found != null && state.isInstance(found.state());
  }

  @Test
  void digestGoesOutByEachChannelOfItsSubscription() {
    // given
    log.subscribe("ada@one", Channel.EMAIL, Channel.WEBHOOK);
    log.tick(CUT);
    var mail = FakePeer.accepting();
    var webhook = FakePeer.accepting();
    start(mail, webhook);

    // when
    String digest = log.digest("ada@one", 0, Channel.EMAIL, Channel.WEBHOOK);

    // then
    awaitState(digest + "|email", State.Sent.class);
    awaitState(digest + "|webhook", State.Sent.class);
    assertThat(mail.ids()).containsExactly(digest);
    assertThat(webhook.ids()).containsExactly(digest);
    Message message = mail.taken().getFirst();
    assertThat(message.text()).contains("检索增强流水线开源", "It cites its sources.");
    assertThat(message.html())
        .contains("检索增强流水线开源", "https://g.example/m/ada@one", "https://g.example/u/");
    assertThat(message.lines()).extracting(Message.Line::link).contains("https://example.org/p1");
  }

  @Test
  void pagesGoNowhere() {
    // given
    log.subscribe("editions@one");
    log.subscribe("ada@one", Channel.EMAIL);
    log.tick(CUT);
    var mail = FakePeer.accepting();
    start(mail);

    // when
    log.digest("editions@one", 0);
    String digest = log.digest("ada@one", 0, Channel.EMAIL);

    // then
    awaitState(digest + "|email", State.Sent.class);
    assertThat(log.ledger()).containsOnlyKeys(digest + "|email");
  }

  @Test
  void waitsForTheWordsAndForWhatSubscribersWant() {
    // given
    stories.set(Optional.empty());
    var mail = FakePeer.accepting();
    start(mail);
    String digest = log.digest("ada@one", 0, Channel.EMAIL);

    // when
    log.subscribe("ada@one", Channel.EMAIL);
    log.tick(CUT);
    awaitState(digest + "|email", State.Queued.class);
    stories.set(Optional.of(TestLog.stories(CUT)));

    // then
    awaitStateAsTimePasses(digest + "|email", State.Sent.class);
    assertThat(mail.ids()).containsExactly(digest);
  }

  @Test
  void courierAfterCourierSendsEachDigestOnce() {
    // given
    log.subscribe("ada@one", Channel.EMAIL);
    log.tick(CUT);
    var mail = FakePeer.accepting();
    Courier first = start(mail);
    String before = log.digest("ada@one", 0, Channel.EMAIL);
    awaitState(before + "|email", State.Sent.class);
    first.close();
    now.set(CUT.plus(Duration.ofDays(3)));

    // when
    log.tick(CUT.plus(Duration.ofDays(3)));
    List<String> away =
        List.of(1, 2, 3).stream().map(day -> log.digest("ada@one", day, Channel.EMAIL)).toList();
    start(mail);

    // then
    awaitState(away.getLast() + "|email", State.Sent.class);
    var expected = new ArrayList<>(List.of(before));
    expected.addAll(away);
    assertThat(mail.ids()).containsExactlyElementsOf(expected);
    assertThat(meters.counter("gistmill.courier.repeats").count()).isZero();
  }

  @Test
  void whatIsOlderThanAWeekExpires() {
    // given
    log.subscribe("ada@one", Channel.EMAIL);
    now.set(CUT.plus(Duration.ofDays(8)));
    log.tick(now.get());
    var mail = FakePeer.accepting();

    // when
    String old = log.digest("ada@one", 0, Channel.EMAIL);
    String fresh = log.digest("ada@one", 7, Channel.EMAIL);
    start(mail);

    // then
    awaitState(fresh + "|email", State.Sent.class);
    awaitState(old + "|email", State.Expired.class);
    assertThat(mail.ids()).containsExactly(fresh);
    assertThat(meters.counter("gistmill.courier.expired").count()).isEqualTo(1);
  }

  @Test
  void attemptThatWasOnItsWayIsRepeatedUnderTheSameIdAndCounted() throws InterruptedException {
    // given
    log.subscribe("ada@one", Channel.EMAIL);
    log.tick(CUT);
    var arrived = new CountDownLatch(1);
    var never = new CountDownLatch(1);
    var hanging =
        new FakePeer(
            (message, to) -> {
              arrived.countDown();
              never.await();
              return FakePeer.ACCEPTED;
            });
    Courier first = start(hanging);
    String digest = log.digest("ada@one", 0, Channel.EMAIL);
    arrived.await();
    first.close();

    // when
    now.set(CUT.plusSeconds(60));
    var mail = FakePeer.accepting();
    start(mail);

    // then
    awaitState(digest + "|email", State.Sent.class);
    assertThat(mail.ids()).containsExactly(digest);
    assertThat(meters.counter("gistmill.courier.repeats").count()).isEqualTo(1);
    assertThat(log.delivery(digest + "|email").attempts()).hasSize(2);
  }

  @Test
  void refusedWebhookIsSuspendedAndItsOwnerToldByMail() {
    // given
    log.subscribe("ada@one", Channel.EMAIL, Channel.WEBHOOK);
    log.tick(CUT);
    var mail = FakePeer.accepting();
    start(mail, new FakePeer((message, to) -> new Outcome.Refused("410 Gone", true)));

    // when
    String digest = log.digest("ada@one", 0, Channel.EMAIL, Channel.WEBHOOK);

    // then
    awaitState(digest + "|webhook", State.Failed.class);
    awaitState("notice-" + digest + "-webhook|email", State.Sent.class);
    assertThat(mail.taken())
        .filteredOn(message -> message.id().startsWith("notice-"))
        .singleElement()
        .satisfies(
            notice -> assertThat(notice.text()).contains("410 Gone", "https://g.example/m/ada"));
    assertThat(log.events()).anyMatch(DeliveryEvent.Suspended.class::isInstance);
  }

  @Test
  void whatWasSentIsSentAgainWhenSomebodyAsks() {
    // given
    log.subscribe("ada@one", Channel.EMAIL);
    log.tick(CUT);
    var mail = FakePeer.accepting();
    start(mail);
    String digest = log.digest("ada@one", 0, Channel.EMAIL);
    awaitState(digest + "|email", State.Sent.class);
    now.set(CUT.plus(Duration.ofDays(10)));

    // when
    log.request(log.delivery(digest + "|email"), now.get());

    // then
    await().until(() -> mail.ids().size() == 2);
    awaitState(digest + "|email", State.Sent.class);
    assertThat(mail.ids()).containsExactly(digest, digest);
    assertThat(meters.counter("gistmill.courier.repeats").count()).isZero();
  }

  @Test
  void nothingGoesToWhoeverHasLeftMeanwhile() {
    // given
    stories.set(Optional.empty());
    log.subscribe("ada@one", Channel.EMAIL);
    log.tick(CUT);
    var mail = FakePeer.accepting();
    start(mail);
    String digest = log.digest("ada@one", 0, Channel.EMAIL);
    awaitState(digest + "|email", State.Queued.class);

    // when
    log.subscribe(new Subscribed("ada@one", List.of(), TestLog.contact("ada@one")));

    // then
    awaitStateAsTimePasses(digest + "|email", State.Failed.class);
    assertThat(mail.ids()).isEmpty();
  }

  @Test
  void whatCannotBeReadGoesToTheRejects() {
    // given
    log.subscribe("ada@one", Channel.EMAIL);
    log.tick(CUT);
    start(FakePeer.accepting());

    // when
    log.garbage("ada@one");
    String digest = log.digest("ada@one", 0, Channel.EMAIL);

    // then
    awaitState(digest + "|email", State.Sent.class);
    assertThat(broker.read(topics.rejects()).until(1))
        .singleElement()
        .satisfies(
            record ->
                assertThat(new String(record.value(), StandardCharsets.UTF_8))
                    .isEqualTo("no digest"));
  }

  @Test
  void twoCouriersShareTheWorkAndOneThatLeavesLosesNothing() {
    // given
    var count = new AtomicInteger();
    var mail = FakePeer.accepting();
    Courier first = start(mail);
    for (int i = 0; i < 40; i++) {
      log.subscribe("reader" + i + "@host" + i % 7, Channel.EMAIL);
    }
    log.tick(CUT);
    await().until(() -> first.hindrances().isEmpty());
    start(mail);
    var digests = new ArrayList<String>();

    // when
    for (int i = 0; i < 40; i++) {
      digests.add(log.digest("reader" + i + "@host" + i % 7, 0, Channel.EMAIL));
      if (count.incrementAndGet() == 20) {
        first.close();
      }
    }

    // then
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(log.ledger().values())
                    .hasSize(40)
                    .allMatch(it -> it.state() instanceof State.Sent));
    assertThat(mail.ids()).containsExactlyInAnyOrderElementsOf(digests);
  }
}
