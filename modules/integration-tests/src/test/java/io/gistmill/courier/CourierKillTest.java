package io.gistmill.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.gistmill.digest.courier.ledger.Ledger;
import io.gistmill.domain.Delivery;
import io.gistmill.embeddedkafka.BrokerOptions;
import io.gistmill.embeddedkafka.EmbeddedKafka;
import io.gistmill.testsupport.peer.TestPeer;
import io.gistmill.testsupport.process.ChildJvm;
import io.gistmill.testsupport.process.JavaProgram;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A courier that is killed with `kill -9` in the middle of its work, three times: every digest
/// arrives, and only what was on its way at a kill arrives twice, under the same id.
@Timeout(180)
class CourierKillTest {

  private static final Logger LOG = LoggerFactory.getLogger(CourierKillTest.class);
  private static final int SUBSCRIBERS = 500;
  private static final int KILLS = 3;

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(longs = {20_260_301, 20_260_302})
  void everyDigestArrivesAndOnlyWhatWasOnItsWayArrivesTwice(long seed) throws MessagingException {
    // given
    var options = BrokerOptions.DEFAULT.with("group.min.session.timeout.ms", "1000");
    var mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mails.start();
    try (var broker = EmbeddedKafka.start(folder.resolve("broker"), options);
        var hook = new TestPeer()) {
      hook.on("/hook", "text/plain", "taken");
      var world = new CourierWorld(broker.bootstrapServers(), hook.port());
      List<String> expected = world.write(SUBSCRIBERS);

      // when
      List<Long> kills =
          killAndRestart(
              seed, expected.size(), broker.bootstrapServers(), mails.getSmtp().getPort(), world);

      // then
      Map<String, Delivery> ledger = world.ledger();
      Map<String, Integer> arrived = arrived(mails, hook);
      long open = interrupted(ledger);
      int again = arrived.values().stream().mapToInt(count -> count - 1).sum();
      LOG.info(
          "seed={} kills at records {} expected={} arrived={} missing=0 again={} open at kills={}",
          seed,
          kills,
          expected.size(),
          arrived.size(),
          again,
          open);
      assertThat(kills).as("kills, seed %d", seed).hasSize(KILLS);
      assertThat(arrived.keySet()).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(ledger.keySet()).containsExactlyInAnyOrderElementsOf(expected);
      assertThat(again).as("repeats, seed %d", seed).isLessThanOrEqualTo((int) open);
      arrived.forEach(
          (key, count) ->
              assertThat(count - 1)
                  .as("repeats of %s, seed %d", key, seed)
                  .isLessThanOrEqualTo(interrupted(Objects.requireNonNull(ledger.get(key)))));
    } finally {
      mails.stop();
    }
  }

  /// One kill in each third of the work, at a record drawn from the seed.
  private List<Long> killAndRestart(
      long seed, int deliveries, String bootstrap, int smtp, CourierWorld world) {
    var random = new SplittableRandom(seed);
    // Queued, sending and sent, each with its marker of a transaction now and then.
    long records = 3L * deliveries;
    var kills = new ArrayList<Long>();
    ChildJvm courier = start(bootstrap, smtp, 0);
    try (var consumer = uncommitted(bootstrap)) {
      long seen = 0;
      for (int i = 0; i < KILLS; i++) {
        long moment = (long) (records * (0.35 + 0.6 * (i + random.nextDouble()) / KILLS));
        while (seen < moment) {
          seen += consumer.poll(Duration.ofMillis(20)).count();
        }
        courier.kill();
        kills.add(seen);
        courier.close();
        courier = start(bootstrap, smtp, i + 1);
      }
      await()
          .atMost(Duration.ofSeconds(90))
          .pollInterval(Duration.ofMillis(500))
          .until(() -> isDone(world.ledger(), deliveries));
    } finally {
      courier.close();
    }
    return kills;
  }

  private static boolean isDone(Map<String, Delivery> ledger, int deliveries) {
    return ledger.size() == deliveries
        && ledger.values().stream().allMatch(it -> it.state() instanceof Delivery.State.Sent);
  }

  private ChildJvm start(String bootstrap, int smtp, int number) {
    ChildJvm started =
        JavaProgram.of(CourierProcess.class, bootstrap, Integer.toString(smtp), "2")
            .withHeap(256)
            .start(folder.resolve("courier-" + number + ".log"));
    var _ = started.awaitReady();
    return started;
  }

  private static KafkaConsumer<byte[], byte[]> uncommitted(String bootstrap) {
    var consumer =
        new KafkaConsumer<>(
            Map.<String, Object>of(
                "bootstrap.servers", bootstrap,
                "isolation.level", "read_uncommitted",
                "max.poll.records", "20",
                "fetch.max.wait.ms", "10"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        IntStream.range(0, CourierWorld.TOPICS.deliveries().partitions())
            .mapToObj(it -> new TopicPartition(CourierWorld.TOPICS.deliveries().name(), it))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    return consumer;
  }

  private static Map<String, Integer> arrived(GreenMail mails, TestPeer hook)
      throws MessagingException {
    var arrived = new TreeMap<String, Integer>();
    for (MimeMessage mail : mails.getReceivedMessages()) {
      String id = mail.getMessageID();
      arrived.merge(id.substring(1, id.indexOf('@')) + "|email", 1, Integer::sum);
    }
    hook.asked()
        .forEach(
            post -> arrived.merge(post.headers().get("webhook-id") + "|webhook", 1, Integer::sum));
    return arrived;
  }

  private static long interrupted(Map<String, Delivery> ledger) {
    return ledger.values().stream().mapToInt(CourierKillTest::interrupted).sum();
  }

  private static int interrupted(Delivery delivery) {
    return Math.toIntExact(
        delivery.attempts().stream()
            .filter(attempt -> attempt.outcome().equals(Ledger.INTERRUPTED))
            .count());
  }
}
