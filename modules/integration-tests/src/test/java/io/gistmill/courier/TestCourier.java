package io.gistmill.courier;

import io.gistmill.contracts.Topics;
import io.gistmill.delivery.MasterKey;
import io.gistmill.delivery.Message;
import io.gistmill.delivery.RetryLadder;
import io.gistmill.delivery.Transport;
import io.gistmill.delivery.mail.MailComposer;
import io.gistmill.delivery.mail.MailSender;
import io.gistmill.delivery.mail.MailToken;
import io.gistmill.digest.courier.Composer;
import io.gistmill.digest.courier.Courier;
import io.gistmill.digest.courier.CourierSettings;
import io.gistmill.digest.courier.OwnerLinks;
import io.gistmill.digest.courier.ledger.LedgerRules;
import io.gistmill.domain.Channel;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// A courier as in a running Gistmill, but for the words of its world.
///
/// @param session after which a silent courier is given up
/// @param atOnce attempts by each channel
record TestCourier(
    String bootstrap, Topics topics, InstantSource clock, Duration session, int atOnce) {

  static final MasterKey KEY = new MasterKey(new byte[MasterKey.LENGTH]);

  private static final int PER_DESTINATION = 4;

  static MailComposer mails(InstantSource clock) {
    return new MailComposer(
        MailSender.parse("digest@example.org", null), new MailToken(KEY), null, clock);
  }

  /// @param begin of the world whose digests it hands over
  Courier start(Instant begin, Map<Channel, Transport> transports) {
    var stories = CourierWorld.stories(begin);
    OwnerLinks links =
        it ->
            new Message.Links("https://g.example/d", "https://g.example/m", "https://g.example/u");
    var rules =
        new LedgerRules(
            Duration.ZERO,
            Map.of(
                Channel.EMAIL, RetryLadder.MAIL::pauseAfter,
                Channel.WEBHOOK, RetryLadder.WEBHOOK::pauseAfter));
    return Courier.start(
        KafkaConnection.plain(bootstrap),
        topics,
        new CourierSettings(
            rules,
            Map.of(Channel.EMAIL, atOnce, Channel.WEBHOOK, atOnce),
            PER_DESTINATION,
            session),
        clock,
        new Composer(() -> Optional.of(stories), slug -> slug, links),
        links,
        transports,
        new SimpleMeterRegistry());
  }
}
