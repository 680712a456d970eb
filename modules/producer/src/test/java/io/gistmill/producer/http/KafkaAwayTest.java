package io.gistmill.producer.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gistmill.contracts.TopicAdmin;
import io.gistmill.contracts.Topics;
import io.gistmill.testsupport.kafka.TopicReader;
import io.gistmill.testsupport.process.BrokerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What clients are told while the broker is away, and that it is true.
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class KafkaAwayTest {

  private static final Topics TOPICS = new Topics("away", 2, 1);
  private static final int SENDERS = 4;

  @TempDir Path temp;
  private BrokerProcess broker;
  private Intake intake;

  @BeforeEach
  void start() {
    broker = BrokerProcess.start(temp);
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
      TopicAdmin.ensure(admin, TOPICS.all());
    }
    var settings = Intake.settings(Duration.ofSeconds(2), 1_000_000);
    intake = Intake.start(broker.bootstrapServers(), TOPICS, settings);
  }

  @AfterEach
  void stop() {
    intake.close();
    broker.close();
  }

  @Test
  void clientsAreToldToComeBackUntilTheBrokerIsThereAgain() {
    // given
    assertThat(post("before").status()).isEqualTo(200);
    broker.stop();

    // when
    Answer away = post("meanwhile");
    Answer withdrawal = intake.post("/api/posts/x/withdrawal", "");
    Answer correction = intake.post("/api/posts/x/correction", "{\"added\":[\"rag\"]}");
    broker.restart();

    // then
    assertThat(away.status()).isEqualTo(503);
    assertThat(away.retryAfter()).isPresent();
    assertThat(away.all("status")).containsExactly("failed", "rejected");
    assertThat(withdrawal.status()).isEqualTo(503);
    assertThat(withdrawal.retryAfter()).isPresent();
    assertThat(correction.status()).isEqualTo(503);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(post("after").status()).isEqualTo(200));
  }

  @Test
  void aRequestOfManyPostsWaitsNoLongerThanOneOfOne() {
    // given
    broker.kill();
    String many = "{\"text\":\"a\"},".repeat(5_000);

    // when
    long start = System.nanoTime();
    Answer answer = intake.post("/api/posts", "[" + many + "{\"text\":\"b\"}]");
    Duration took = Duration.ofNanos(System.nanoTime() - start);

    // then
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.count("failed")).isEqualTo(5_001);
    assertThat(took).isLessThan(Duration.ofSeconds(30));
  }

  @Test
  void nothingAcceptedIsLostWhenTheBrokerIsKilledUnderLoad() throws Exception {
    // given
    Set<String> accepted = new ConcurrentSkipListSet<>();
    var failed = new AtomicInteger();
    var acceptedAfter = new AtomicInteger();
    var restarted = new AtomicBoolean();
    var enough = new AtomicBoolean();

    // when
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int sender = 0; sender < SENDERS; sender++) {
        int number = sender;
        senders.execute(
            () -> {
              for (int i = 0; !enough.get(); i++) {
                Answer answer = post("load " + number + "-" + i);
                failed.addAndGet((int) answer.count("failed"));
                if (answer.count("accepted") == 1) {
                  accepted.add(answer.all("id").getFirst());
                  acceptedAfter.addAndGet(restarted.get() ? 1 : 0);
                }
              }
            });
      }
      try {
        await().atMost(Duration.ofSeconds(60)).until(() -> accepted.size() > 200);
        broker.kill();
        await().atMost(Duration.ofSeconds(60)).until(() -> failed.get() >= SENDERS);
        broker.restart();
        restarted.set(true);
        await().atMost(Duration.ofSeconds(60)).until(() -> acceptedAfter.get() > 200);
      } finally {
        enough.set(true);
      }
    }

    // then
    Set<String> written = new TreeSet<>();
    new TopicReader<>(broker.bootstrapServers(), TOPICS.posts())
        .all().stream().map(ConsumerRecord::key).forEach(written::add);
    assertThat(written).containsAll(accepted);
  }

  /// One good post, and one that is none whatever the broker does.
  private Answer post(String text) {
    return intake.post("/api/posts", "[{\"text\":\"" + text + "\"}, {}]");
  }
}
