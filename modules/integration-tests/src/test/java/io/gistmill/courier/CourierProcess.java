package io.gistmill.courier;

import io.gistmill.contracts.Topics;
import io.gistmill.delivery.MasterKey;
import io.gistmill.delivery.Message;
import io.gistmill.delivery.RetryLadder;
import io.gistmill.delivery.mail.MailComposer;
import io.gistmill.delivery.mail.MailSender;
import io.gistmill.delivery.mail.MailToken;
import io.gistmill.delivery.mail.smtp.Security;
import io.gistmill.delivery.mail.smtp.SmtpSettings;
import io.gistmill.delivery.mail.smtp.SmtpTransport;
import io.gistmill.delivery.webhook.WebhookSecrets;
import io.gistmill.delivery.webhook.WebhookTransport;
import io.gistmill.digest.courier.Composer;
import io.gistmill.digest.courier.Courier;
import io.gistmill.digest.courier.CourierSettings;
import io.gistmill.digest.courier.OwnerLinks;
import io.gistmill.digest.courier.ledger.LedgerRules;
import io.gistmill.domain.Channel;
import io.gistmill.domain.StoryEvent;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.runtime.state.Table;
import io.gistmill.web.AddressGuard;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// A courier in a JVM of its own, to be killed. Its mails go to a real mail server, its posts to a
/// real web server.
public final class CourierProcess {

  private CourierProcess() {}

  static final int MAILS_AT_ONCE = 8;
  static final int POSTS_AT_ONCE = 16;

  /// @param arguments address of the broker, port of the mail server, seconds after which a silent
  ///   courier is given up, when its world began
  public static void main(String[] arguments) {
    InstantSource clock = InstantSource.system();
    var key = new MasterKey(new byte[MasterKey.LENGTH]);
    var composer =
        new MailComposer(
            MailSender.parse("digest@example.org", null), new MailToken(key), null, clock);
    int port = Integer.parseInt(arguments[1]);
    var smtp = SmtpSettings.of("127.0.0.1", port, Security.NONE, null, MAILS_AT_ONCE);
    Duration session = Duration.ofSeconds(Long.parseLong(arguments[2]));
    OwnerLinks links =
        it ->
            new Message.Links("https://g.example/d", "https://g.example/m", "https://g.example/u");
    var rules =
        new LedgerRules(
            Duration.ZERO,
            Map.of(
                Channel.EMAIL, RetryLadder.MAIL::pauseAfter,
                Channel.WEBHOOK, RetryLadder.WEBHOOK::pauseAfter));
    Topics topics = CourierWorld.TOPICS;
    Table<StoryEvent> stories = CourierWorld.stories(Instant.parse(arguments[3]));
    Courier courier =
        Courier.start(
            KafkaConnection.plain(arguments[0]),
            topics,
            new CourierSettings(
                rules,
                Map.of(Channel.EMAIL, MAILS_AT_ONCE, Channel.WEBHOOK, POSTS_AT_ONCE),
                4,
                session),
            clock,
            new Composer(() -> Optional.of(stories), slug -> slug, links),
            links,
            Map.of(
                Channel.EMAIL, new SmtpTransport(composer, smtp, clock),
                Channel.WEBHOOK,
                    new WebhookTransport(
                        AddressGuard.withPrivate(), new WebhookSecrets(key), clock)),
            new SimpleMeterRegistry());
    System.out.println("ready");
    courier.stopped().join();
  }
}
