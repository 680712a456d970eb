package io.gistmill.processes;

import static org.awaitility.Awaitility.await;

import io.gistmill.testsupport.process.BrokerProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Several instances of a service share its work, and when one is lost for good, the others do it
/// all.
@Timeout(400)
class TakeoverTest {

  private static final Logger LOG = LoggerFactory.getLogger(TakeoverTest.class);
  private static final Duration LIMIT = Duration.ofSeconds(120);
  private static final Instant MIDDAY = Instant.parse("2025-03-08T12:00:00Z");
  private static final Instant LAST_BEFORE = MIDDAY.minus(Duration.ofMinutes(15));

  @TempDir static Path folder;
  private static Undisturbed undisturbed;
  private static BrokerProcess broker;
  private static Installation installation;

  @BeforeAll
  static void start() throws IOException {
    undisturbed = Undisturbed.run();
    broker = BrokerProcess.start(folder);
    installation = new Installation(folder, broker.bootstrapServers());
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void oneOfTwoDigestServicesGoesOnAlone() throws Exception {
    LogCopy log =
        undisturbed.log().in(Installation.TOPICS.tagged(), Installation.TOPICS.subscriptions());
    log.before(MIDDAY).writeTo(broker.bootstrapServers());
    try (var lost = installation.start("digest", "digest-1");
        var other = installation.start("digest", "digest-2")) {
      lost.awaitReady();
      other.awaitReady();
      awaitShared("gistmill-mailroom");
      LogImage.awaitDigests(LAST_BEFORE, broker.bootstrapServers());

      lost.kill();

      long killed = System.nanoTime();
      log.from(MIDDAY).writeTo(broker.bootstrapServers());
      LogImage image = LogImage.upTo(undisturbed.steps().getLast().at(), broker.bootstrapServers());
      LOG.info(
          "taken over by the other digest service in {} ms",
          Duration.ofNanos(System.nanoTime() - killed).toMillis());
      image.assertSameDigests(undisturbed.image());
    }
  }

  /// Waits until two instances have partitions of it.
  private static void awaitShared(String group) {
    try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      await("two instances share " + group)
          .atMost(LIMIT)
          .until(() -> members(admin, group).stream().filter(TakeoverTest::works).count() == 2);
    }
  }

  private static boolean works(MemberDescription member) {
    return !member.assignment().topicPartitions().isEmpty();
  }

  private static List<MemberDescription> members(Admin admin, String group)
      throws InterruptedException, ExecutionException {
    return List.copyOf(
        admin.describeConsumerGroups(List.of(group)).all().get().get(group).members());
  }
}
