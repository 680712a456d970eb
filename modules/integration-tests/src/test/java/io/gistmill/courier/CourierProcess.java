package io.gistmill.courier;

import io.gistmill.delivery.Transport;
import io.gistmill.delivery.mail.smtp.Security;
import io.gistmill.delivery.mail.smtp.SmtpSettings;
import io.gistmill.delivery.mail.smtp.SmtpTransport;
import io.gistmill.delivery.webhook.WebhookSecrets;
import io.gistmill.delivery.webhook.WebhookTransport;
import io.gistmill.domain.Channel;
import io.gistmill.web.AddressGuard;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// A courier in a JVM of its own, to be killed. Its mails go to a real mail server, its posts to a
/// real web server.
public final class CourierProcess {

  /// Mails and posts that can be on their way at once, so many of each.
  static final int AT_ONCE = 12;

  private CourierProcess() {}

  /// @param arguments address of the broker, port of the mail server, seconds after which a silent
  ///   courier is given up, when its world began
  public static void main(String[] arguments) {
    InstantSource clock = InstantSource.system();
    int port = Integer.parseInt(arguments[1]);
    var smtp = SmtpSettings.of("127.0.0.1", port, Security.NONE, null, AT_ONCE);
    Duration session = Duration.ofSeconds(Long.parseLong(arguments[2]));
    Map<Channel, Transport> transports =
        Map.of(
            Channel.EMAIL,
            new SmtpTransport(TestCourier.mails(clock), smtp, clock),
            Channel.WEBHOOK,
            new WebhookTransport(
                AddressGuard.withPrivate(), new WebhookSecrets(TestCourier.KEY), clock));
    var courier =
        new TestCourier(arguments[0], CourierWorld.TOPICS, clock, session, AT_ONCE)
            .start(Instant.parse(arguments[3]), transports);
    System.out.println("ready");
    courier.stopped().join();
  }
}
