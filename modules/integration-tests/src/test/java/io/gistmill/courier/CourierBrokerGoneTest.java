package io.gistmill.courier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.gistmill.digest.courier.ledger.Ledger;
import io.gistmill.domain.Delivery;
import io.gistmill.testsupport.peer.TestPeer;
import io.gistmill.testsupport.process.BrokerProcess;
import io.gistmill.testsupport.process.JavaProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The broker goes away while a peer has a message: the courier remembers what the peer said,
/// writes it when the broker is back, and sends nothing again.
@Timeout(180)
class CourierBrokerGoneTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final int SUBSCRIBERS = 10;

  @TempDir private Path folder = Path.of("");

  @Test
  void outcomesWaitForTheBroker() throws IOException {
    // given
    var asked = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    var mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    mails.start();
    try (var broker = BrokerProcess.start(folder);
        var hook = new TestPeer()) {
      hook.on(
          "/hook",
          exchange -> {
            asked.countDown();
            awaitQuietly(answer);
            exchange.sendResponseHeaders(204, -1);
          });
      var world =
          CourierWorld.on(
              broker.bootstrapServers(),
              CourierWorld.TOPICS,
              CourierWorld.byMailAndSomeByWebhook(hook.port()));
      Set<String> expected = world.cutByHand(SUBSCRIBERS);
      String smtp = Integer.toString(mails.getSmtp().getPort());
      String begin = world.begin().toString();
      var program =
          JavaProgram.of(CourierProcess.class, broker.bootstrapServers(), smtp, "10", begin);
      try (var courier = program.start(folder.resolve("courier.log"))) {
        var _ = courier.awaitReady();
        awaitQuietly(asked);

        // when
        broker.kill();
        answer.countDown();
        await().atMost(LIMIT).until(() -> !hook.asked().isEmpty());
        broker.restart();

        // then
        await()
            .atMost(Duration.ofSeconds(90))
            .ignoreExceptions()
            .until(
                () ->
                    world.ledger().size() == expected.size()
                        && world.ledger().values().stream()
                            .allMatch(it -> it.state() instanceof Delivery.State.Sent));
        assertThat(world.ledger().values())
            .flatExtracting(Delivery::attempts)
            .extracting(Delivery.Attempt::outcome)
            .hasSize(expected.size())
            .doesNotContain(Ledger.INTERRUPTED);
        assertThat(hook.asked()).hasSize(2);
        assertThat(mails.getReceivedMessages()).hasSize(SUBSCRIBERS);
      }
    } finally {
      mails.stop();
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
