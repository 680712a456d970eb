package io.gistmill.launcher.service;

import io.gistmill.delivery.mail.MailToken;
import io.gistmill.delivery.mail.bounce.BounceMailbox;
import io.gistmill.delivery.mail.bounce.BounceReader;
import io.gistmill.delivery.mail.bounce.ImapMailbox;
import io.gistmill.delivery.mail.bounce.MaildirMailbox;
import io.gistmill.digest.courier.api.BrakeRoutes;
import io.gistmill.digest.courier.api.LedgerSearch;
import io.gistmill.digest.courier.bounce.BounceIntake;
import io.gistmill.digest.courier.bounce.BounceMail;
import io.gistmill.digest.courier.bounce.BounceMeters;
import io.gistmill.digest.courier.bounce.BounceRoutes;
import io.gistmill.launcher.config.DeliveryConfig.ReportBox;
import io.gistmill.runtime.http.HttpRoutes;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;

/// Starts what reads reports of failure, and brings the routes by which they come in and the brake
/// is seen.
final class Bounces {

  private Bounces() {}

  static List<HttpRoutes> start(Platform platform, Transports transports, LedgerSearch ledger) {
    var intake = new BounceIntake(ledger, platform.times().ofLog());
    var meters = new BounceMeters(platform.meters());
    MailToken tokens = transports.tokens();
    platform
        .config()
        .delivery()
        .bounces()
        .ifPresent(
            it ->
                platform.add(
                    BounceMail.start(
                        mailbox(it.box(), platform.times().real()),
                        new BounceReader(tokens),
                        intake,
                        meters,
                        it.interval())));
    var brakes =
        new BrakeRoutes(
            transports.rates(),
            ledger,
            platform.token(),
            platform.times().real(),
            platform.times().ofLog());
    return List.of(
        new BounceRoutes(intake, tokens, meters, platform.token()),
        brakes.measuredBy(platform.meters()));
  }

  private static BounceMailbox mailbox(ReportBox box, InstantSource clock) {
    return switch (box) {
      case ReportBox.Folder(var path) -> new MaildirMailbox(path, clock);
      case ReportBox.Imap(var host, var port, var security, var user, var password) ->
          new ImapMailbox(
              new ImapMailbox.Account(
                  host, port, security, user, () -> password.reveal().toCharArray()),
              (SSLSocketFactory) SSLSocketFactory.getDefault());
    };
  }
}
