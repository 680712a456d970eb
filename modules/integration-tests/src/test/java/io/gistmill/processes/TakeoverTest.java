package io.gistmill.processes;

import static org.awaitility.Awaitility.await;

import io.gistmill.contracts.Topic;
import io.gistmill.domain.Tick;
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
  private static final Instant FIRST_LOSS = Instant.parse("2025-03-08T06:00:00Z");
  private static final Instant SECOND_LOSS = Instant.parse("2025-03-09T06:00:00Z");

  @TempDir static Path folder;
  private static Undisturbed undisturbed;
  private static BrokerProcess broker;
  private static Installation installation;
  private long killed;

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

  /// They are lost in the middle of their work, with transactions open.
  @Test
  void oneOfTwoGoesOnAlone() throws Exception {
    try (var classifier = installation.start("classifier", "classifier-1");
        var digest = installation.start("digest", "digest-1");
        var otherClassifier = installation.start("classifier", "classifier-2");
        var otherDigest = installation.start("digest", "digest-2")) {
      List.of(classifier, digest, otherClassifier, otherDigest)
          .forEach(GistmillProcess::awaitReady);
      LogCopy log =
          undisturbed.log().in(Installation.TOPICS.posts(), Installation.TOPICS.subscriptions());
      log.before(FIRST_LOSS).writeTo(broker.bootstrapServers());
      awaitShared("gistmill-classifier");
      awaitShared("gistmill-mailroom");
      LogImage.awaitDigests(FIRST_LOSS.minus(Tick.QUARTER), broker.bootstrapServers());

      lose(classifier, log.from(FIRST_LOSS).before(SECOND_LOSS), Installation.TOPICS.tagged());
      LogImage.awaitDigests(SECOND_LOSS.minus(Tick.QUARTER), broker.bootstrapServers());
      note("classifier");
      lose(digest, log.from(SECOND_LOSS), Installation.TOPICS.stories());
      LogImage image = LogImage.upTo(undisturbed.steps().getLast().at(), broker.bootstrapServers());
      note("digest service");

      image.assertSameAs(undisturbed.image());
    }
  }

  private void lose(GistmillProcess process, LogCopy work, Topic<?> output) {
    try (var watch = Watch.on(output, broker.bootstrapServers())) {
      work.writeTo(broker.bootstrapServers());
      watch.awaitRecords(10);
      process.kill();
      killed = System.nanoTime();
    }
  }

  private void note(String what) {
    LOG.info(
        "taken over by the other {} in {} ms",
        what,
        Duration.ofNanos(System.nanoTime() - killed).toMillis());
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
