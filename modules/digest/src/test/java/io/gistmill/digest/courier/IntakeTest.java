package io.gistmill.digest.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Topics;
import io.gistmill.digest.courier.ledger.Ledger;
import io.gistmill.digest.courier.ledger.LedgerRules;
import io.gistmill.domain.Channel;
import io.gistmill.domain.DigestEvent;
import io.gistmill.domain.PartitionTick;
import io.gistmill.domain.Tick;
import io.gistmill.runtime.kafka.KafkaConnection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class IntakeTest {

  private static final Instant NOW = Instant.parse("2025-03-03T08:00:00Z");
  private static final Topics TOPICS = new Topics("test", 1, 1);

  private final Ledger ledger =
      new Ledger(
          new LedgerRules(
              Duration.ZERO,
              Map.of(
                  Channel.EMAIL, (attempt, id) -> Optional.empty(),
                  Channel.WEBHOOK, (attempt, id) -> Optional.empty())));

  @Test
  void whatAFailedTransactionTookIsTakenAgain() {
    try (var shelf = new DigestShelf(KafkaConnection.plain("127.0.0.1:1"), TOPICS)) {
      // given
      var intake = new Intake(TOPICS, shelf);
      intake.add(ticks(3));
      Intake.Batch failed = intake.takeInto(ledger, NOW);

      // when
      Intake.Batch again = intake.takeInto(ledger, NOW);
      intake.forget(again.count());

      // then
      assertThat(failed.count()).isEqualTo(3);
      assertThat(again).isEqualTo(failed);
      assertThat(intake.takeInto(ledger, NOW).isEmpty()).isTrue();
    }
  }

  private static List<ConsumerRecord<String, byte[]>> ticks(int count) {
    var topic = TOPICS.digests();
    return LongStream.range(0, count)
        .mapToObj(
            offset -> {
              var tick = new Tick(NOW.plus(Tick.QUARTER.multipliedBy(offset)), null, true);
              byte[] value =
                  topic
                      .values()
                      .serializer()
                      .serialize(
                          topic.name(), new DigestEvent.Ticked(new PartitionTick(tick, 0, 1)));
              return new ConsumerRecord<>(topic.name(), 0, offset, "tick", value);
            })
        .toList();
  }
}
