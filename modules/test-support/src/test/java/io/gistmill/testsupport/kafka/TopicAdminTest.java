package io.gistmill.testsupport.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.gistmill.contracts.Topic;
import io.gistmill.contracts.TopicAdmin;
import io.gistmill.contracts.TopicException;
import io.gistmill.contracts.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Against a real broker; each test has topics of its own.
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class TopicAdminTest {

  @SuppressWarnings("NullAway.Init")
  private static TestBroker broker;

  @BeforeAll
  static void start() {
    broker = TestBroker.start();
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void wholeCatalogueIsCreatedAndIsRightTheSecondTime() throws Exception {
    List<Topic<?>> catalogue = new Topics("whole", 3, 2).all();

    TopicAdmin.ensure(broker.admin(), catalogue);

    assertThat(broker.admin().listTopics().names().get())
        .containsAll(catalogue.stream().map(Topic::name).toList());
    TopicAdmin.ensure(broker.admin(), catalogue);
  }

  @RepeatedTest(4)
  void severalInstancesMayCreateThemAtTheSameTime(RepetitionInfo repetition) {
    List<Topic<?>> catalogue =
        new Topics("together" + repetition.getCurrentRepetition(), 4, 4).all();

    CompletableFuture<?>[] instances =
        IntStream.range(0, 6)
            .mapToObj(
                _ ->
                    CompletableFuture.runAsync(
                        () -> TopicAdmin.ensure(broker.admin(), catalogue),
                        task -> Thread.ofPlatform().start(task)))
            .toArray(CompletableFuture[]::new);

    assertThat(CompletableFuture.allOf(instances)).succeedsWithin(Duration.ofSeconds(90));
  }

  @Test
  void everyDifferenceIsReportedWithItsMendAndNothingIsCreated() throws Exception {
    broker.create(
        List.of(
            topic("differs.a", 1, Map.of("retention.ms", "1000")),
            topic("differs.b", 2, Map.of())));
    List<Topic<?>> wanted =
        List.of(
            topic("differs.a", 2, Map.of("retention.ms", "2000", "cleanup.policy", "compact")),
            topic("differs.b", 2, Map.of()),
            topic("differs.c", 1, Map.of()));

    TopicException failure =
        catchThrowableOfType(TopicException.class, () -> TopicAdmin.ensure(broker.admin(), wanted));

    assertThat(failure.problems())
        .satisfiesExactly(
            partitions ->
                assertThat(partitions).contains("differs.a has 1 partitions", "configure 1"),
            policy -> assertThat(policy).contains("cleanup.policy=delete", "must be compact"),
            retention ->
                assertThat(retention)
                    .contains("retention.ms=1000", "--add-config retention.ms=2000"));
    assertThat(broker.admin().listTopics().names().get()).doesNotContain("differs.c");
  }

  @Test
  void settingThatTheBrokerRefusesIsNamed() {
    Topic<String> wrong = topic("wrong", 1, Map.of("retention.ms", "soon"));

    assertThatThrownBy(() -> broker.create(List.of(wrong)))
        .isInstanceOf(TopicException.class)
        .hasMessageContainingAll("create the topic wrong", "retention.ms");
  }

  @Test
  void clusterThatDoesNotAnswerIsReported() {
    Map<String, Object> nobody =
        Map.of(
            "bootstrap.servers",
            "127.0.0.1:1",
            "default.api.timeout.ms",
            500,
            "request.timeout.ms",
            500);
    try (Admin admin = Admin.create(nobody)) {

      assertThatThrownBy(() -> TopicAdmin.ensure(admin, List.of(topic("any", 1, Map.of()))))
          .isInstanceOf(TopicException.class)
          .hasMessageContainingAll("list its topics", "check its address");
    }
  }

  @Test
  void readerSeesEveryPartitionInOrder() throws Exception {
    Topic<String> topic = topic("read", 2, Map.of());
    broker.create(List.of(topic));
    try (var producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker.bootstrapServers()),
            topic.keys().serializer(),
            topic.values().serializer())) {
      for (int i = 0; i < 6; i++) {
        producer.send(new ProducerRecord<>("read", i % 2, "k", Integer.toString(i))).get();
      }
    }

    assertThat(broker.read(topic).all())
        .extracting(record -> record.partition() + "@" + record.offset() + "=" + record.value())
        .containsExactly("0@0=0", "0@1=2", "0@2=4", "1@0=1", "1@1=3", "1@2=5")
        .hasSameSizeAs(broker.read(topic).until(6));
  }

  private static Topic<String> topic(String name, int partitions, Map<String, String> settings) {
    return new Topic<>(name, Serdes.String(), Serdes.String(), partitions, settings);
  }
}
