package io.gistmill.benchmarks.delivery;

import io.gistmill.contracts.Topics;
import io.gistmill.delivery.Message;
import io.gistmill.delivery.RetryLadder;
import io.gistmill.delivery.Transport;
import io.gistmill.digest.courier.Composer;
import io.gistmill.digest.courier.Courier;
import io.gistmill.digest.courier.CourierSettings;
import io.gistmill.digest.courier.OwnerLinks;
import io.gistmill.digest.courier.ledger.LedgerRules;
import io.gistmill.domain.Channel;
import io.gistmill.domain.StoryEvent;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.state.Table;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A courier as `gistmill run` has it, without the spread of first attempts.
final class MeasuredCourier implements AutoCloseable {

  private static final Duration SESSION = Duration.ofSeconds(10);

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Channel channel;
  private final Courier courier;

  /// @param mailsAtOnce connections to the mail server
  MeasuredCourier(
      String bootstrap,
      Topics topics,
      Table<StoryEvent> stories,
      Channel channel,
      Transport transport,
      int mailsAtOnce) {
    this.channel = channel;
    OwnerLinks links =
        it ->
            new Message.Links(
                "https://news.example.org/digests/" + it.digest(),
                "https://news.example.org/manage/0123456789abcdef0123456789abcdef/" + it.digest(),
                "https://news.example.org/leave/0123456789abcdef0123456789abcdef/" + it.digest());
    var rules =
        new LedgerRules(
            Duration.ZERO,
            Map.of(
                Channel.EMAIL, RetryLadder.MAIL::pauseAfter,
                Channel.WEBHOOK, RetryLadder.WEBHOOK::pauseAfter));
    var atOnce =
        Map.of(Channel.EMAIL, mailsAtOnce, Channel.WEBHOOK, CourierSettings.WEBHOOKS_AT_ONCE);
    this.courier =
        Courier.start(
            KafkaConnection.plain(bootstrap),
            topics,
            new CourierSettings(rules, atOnce, CourierSettings.PER_DESTINATION, SESSION),
            InstantSource.system(),
            new Composer(() -> Optional.of(stories), slug -> slug, links),
            links,
            Map.of(channel, transport),
            meters);
  }

  boolean isReady() {
    return courier.hindrances().isEmpty();
  }

  /// Deliveries that were accepted, and stand in the ledger as such.
  long done() {
    return attempts("accepted");
  }

  /// Of those that were not.
  long failed() {
    return attempts("deferred") + attempts("refused");
  }

  private long attempts(String outcome) {
    return (long)
        meters
            .get("gistmill.courier.attempts")
            .tags("channel", channel.name().toLowerCase(Locale.ROOT), "outcome", outcome)
            .counter()
            .count();
  }

  @Override
  public void close() {
    courier.close();
  }
}
