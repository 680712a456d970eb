package io.gistmill.launcher.command;

import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.mail.DkimKey;
import io.gistmill.delivery.mail.DkimRecords;
import io.gistmill.delivery.mail.smtp.SmtpProbe;
import io.gistmill.launcher.config.DeliveryConfig;
import io.gistmill.launcher.config.DeliveryConfig.Dkim;
import io.gistmill.launcher.config.DeliveryConfig.Smtp;
import io.gistmill.launcher.service.Transports;
import java.util.List;
import java.util.stream.Stream;

/// Tries the way of mails: the mail server, up to the sign-in, and the public key that receivers
/// look for. No mail is sent.
final class MailChecks {

  private static final String SMTP = "smtp";
  private static final String DKIM = "dkim";

  private final DeliveryConfig config;
  private final DkimRecords records;

  MailChecks(DeliveryConfig config, DkimRecords records) {
    this.config = config;
    this.records = records;
  }

  List<Finding> all() {
    return Stream.concat(
            config.smtp().map(MailChecks::server).stream(), config.dkim().map(this::key).stream())
        .toList();
  }

  private static Finding server(Smtp smtp) {
    String address = smtp.host() + ":" + smtp.port();
    return switch (SmtpProbe.of(Transports.server(smtp))) {
      case Outcome.Accepted(var how) ->
          new Finding(
              true,
              SMTP,
              address + " answers, " + how + (smtp.user().isPresent() ? ", signed in" : ""));
      case Outcome hindrance -> new Finding(false, SMTP, address + ": " + hindrance.answer());
    };
  }

  private Finding key(Dkim dkim) {
    String name = DkimRecords.name(dkim.domain(), dkim.selector());
    try {
      DkimKey key = DkimKey.read(dkim.keyFile());
      return switch (records.find(dkim.domain(), dkim.selector(), key)) {
        case DkimRecords.Finding.Same _ -> new Finding(true, DKIM, name + " holds the key");
        case DkimRecords.Finding.Missing _ ->
            new Finding(false, DKIM, name + " does not exist; add it as TXT: " + key.record());
        case DkimRecords.Finding.Different(var record) ->
            new Finding(
                false,
                DKIM,
                name + " holds another key (" + record + "); let it be: " + key.record());
        case DkimRecords.Finding.Unanswered(var reason) ->
            new Finding(
                false,
                DKIM,
                name + " could not be looked up (" + reason + "); try again where the DNS answers");
      };
    } catch (IllegalArgumentException e) {
      return new Finding(false, DKIM, "mail.dkim.key-file: " + e.getMessage());
    }
  }
}
