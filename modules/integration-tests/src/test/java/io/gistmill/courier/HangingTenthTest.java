package io.gistmill.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.contracts.Topics;
import io.gistmill.courier.CourierWorld.Reader;
import io.gistmill.delivery.Transport;
import io.gistmill.delivery.mail.smtp.Security;
import io.gistmill.delivery.mail.smtp.SmtpSettings;
import io.gistmill.delivery.mail.smtp.SmtpTransport;
import io.gistmill.delivery.webhook.WebhookSecrets;
import io.gistmill.delivery.webhook.WebhookTransport;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.State;
import io.gistmill.testsupport.kafka.TestBroker;
import io.gistmill.testsupport.peer.ScriptedSmtp;
import io.gistmill.web.AddressGuard;
import io.gistmill.web.Limits;
import io.gistmill.web.NameResolver;
import io.gistmill.web.WebClient;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A tenth of all destinations, domains and hosts of webhooks, take a message and never answer.
/// Everything for the others arrives before the first of these is given up: each hanging one holds
/// one place, and no more.
@Timeout(180)
class HangingTenthTest {

  private static final int DESTINATIONS = 40;
  private static final int READERS = 400;

  /// Twice as many as hang, of each channel.
  private static final int AT_ONCE = 8;

  /// Far longer than the test takes.
  private static final Duration PATIENCE = Duration.ofMinutes(20);

  private static final Topics TOPICS = new Topics("hanging", 1, 2);

  @Test
  void healthyDestinationsGetEverythingMeanwhile() {
    // given
    var mails = new MailDoings();
    List<HookPeer> hooks =
        IntStream.range(0, DESTINATIONS).mapToObj(HangingTenthTest::hook).toList();
    IntStream.range(0, READERS)
        .filter(reader -> isMail(reader) && hangs(reader))
        .forEach(reader -> mails.plan(address(reader), "says nothing behind the mail", 1));
    try (var broker = TestBroker.start();
        ScriptedSmtp server = mails.server();
        var history = new LedgerHistory(broker.bootstrapServers(), TOPICS)) {
      var world =
          CourierWorld.on(
              broker.bootstrapServers(),
              TOPICS,
              reader ->
                  isMail(reader)
                      ? Reader.byMail(address(reader))
                      : Reader.byWebhook(hooks.get(destination(reader)).url()));
      world.cutByHand(READERS);
      var courier =
          new TestCourier(
              broker.bootstrapServers(),
              TOPICS,
              InstantSource.system(),
              Duration.ofSeconds(45),
              AT_ONCE);
      try (var _ = courier.start(world.begin(), transports(server))) {
        // when
        history.await(
            "all healthy destinations have everything",
            () -> healthy(world).allMatch(key -> isSent(history, key)),
            Duration.ofMinutes(2));

        // then
        List<Delivery> hanging =
            IntStream.range(0, READERS)
                .filter(HangingTenthTest::hangs)
                .mapToObj(reader -> history.last(world.keys(reader).getFirst()).orElseThrow())
                .toList();
        assertThat(hanging).allMatch(delivery -> delivery.attempts().isEmpty());
        assertThat(hanging)
            .filteredOn(delivery -> delivery.state() instanceof State.Sending)
            .hasSize(2 * DESTINATIONS / 10);
        // Who waits for an answer gets none, but an end.
        server.close();
        hooks.forEach(HookPeer::close);
      }
    }
  }

  private static Stream<String> healthy(CourierWorld world) {
    return IntStream.range(0, READERS)
        .filter(reader -> !hangs(reader))
        .mapToObj(reader -> world.keys(reader).getFirst());
  }

  private static boolean isSent(LedgerHistory history, String key) {
    return history.last(key).filter(it -> it.state() instanceof State.Sent).isPresent();
  }

  private static boolean isMail(int reader) {
    return reader / DESTINATIONS % 2 == 0;
  }

  private static int destination(int reader) {
    return reader % DESTINATIONS;
  }

  private static boolean hangs(int reader) {
    return destination(reader) % 10 == 0;
  }

  private static String address(int reader) {
    return "reader-" + reader + "@host" + destination(reader) + ".example";
  }

  private static HookPeer hook(int destination) {
    return hangs(destination)
        ? new HookPeer(HookDoings.of("says nothing"), READERS, null)
        : new HookPeer(HookDoings.of("answers `204`"), 0, null);
  }

  private static Map<Channel, Transport> transports(ScriptedSmtp server) {
    InstantSource clock = InstantSource.system();
    var web =
        new WebClient(
            AddressGuard.withPrivate(),
            NameResolver.ofTheMachine(),
            new Limits(PATIENCE, PATIENCE, 64 << 10, 100, 0));
    return Map.of(
        Channel.EMAIL,
        new SmtpTransport(TestCourier.mails(clock), smtp(server), clock),
        Channel.WEBHOOK,
        new WebhookTransport(web, new WebhookSecrets(TestCourier.KEY), clock));
  }

  private static SmtpSettings smtp(ScriptedSmtp server) {
    try {
      return new SmtpSettings(
          "127.0.0.1",
          server.port(),
          Security.NONE,
          null,
          AT_ONCE,
          new SmtpSettings.Limits(PATIENCE, PATIENCE, PATIENCE, PATIENCE),
          SSLContext.getDefault());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }
}
