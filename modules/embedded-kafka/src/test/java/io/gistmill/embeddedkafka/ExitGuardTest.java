package io.gistmill.embeddedkafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.utils.Exit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A process that ends here fails the whole test run.
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class ExitGuardTest {

  @TempDir Path temp;

  @Test
  void brokerThatLosesItsDiskStopsAndLeavesTheProcessAlive() throws Exception {
    Path lost = temp.resolve("lost");
    var told = new CompletableFuture<BrokerException>();
    try (KafkaBroker failing = EmbeddedKafka.start(lost);
        KafkaBroker other = EmbeddedKafka.start(temp.resolve("other"))) {
      failing.onFailure(told::complete);

      Files.move(lost, temp.resolve("gone"));
      Clients.createTopic(failing, "letters");

      assertThat(told.get(60, TimeUnit.SECONDS)).hasMessageContaining("asked to end the process");
      assertThat(failing.failure()).isPresent();
      assertThat(other.failure()).isEmpty();
      Clients.createTopic(other, "letters");
    }
  }

  @Test
  void wishOfAnUnknownThreadConcernsEveryBroker() {
    try (KafkaBroker broker = EmbeddedKafka.start(temp)) {

      Exit.halt(1, "for the test");

      assertThat(broker.failure())
          .hasValueSatisfying(e -> assertThat(e).hasMessageContaining("halt 1, for the test"));
    }
    EmbeddedKafka.start(temp).close();
  }

  @Test
  void wishAfterTheLastBrokerClosedIsHarmless() {
    KafkaBroker broker = EmbeddedKafka.start(temp);
    broker.close();

    Exit.exit(1);

    assertThat(broker.failure()).isEmpty();
  }
}
