package io.gistmill.launcher.config;

import io.gistmill.delivery.mail.MailSender;
import io.gistmill.delivery.mail.bounce.ImapMailbox.Encryption;
import io.gistmill.delivery.mail.smtp.Security;
import io.gistmill.runtime.config.ConfigReader;
import io.gistmill.runtime.config.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How digests go out.
///
/// @param way by which mails go
/// @param sender of mails
/// @param smtp the mail server; empty for a folder
/// @param dkim by which mails are signed; empty for mails without a signature
/// @param bounces where reports of failure are read; empty where they are not
/// @param privateHooks whether webhooks may lie on private addresses
/// @param spread over which the first attempts of one cut are spread
/// @param perDestination how many attempts one destination gets at once
public record DeliveryConfig(
    MailWay way,
    MailSender sender,
    Optional<Smtp> smtp,
    Optional<Dkim> dkim,
    Optional<Bounces> bounces,
    boolean privateHooks,
    Duration spread,
    int perDestination) {

  private static final String FROM = "Gistmill <gistmill@localhost>";
  private static final int SUBMISSION = 587;
  private static final int IMAPS = 993;
  private static final int IMAP = 143;
  private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "::1");
  private static final Duration SHORTEST_VISIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_VISIT = Duration.ofDays(1);

  /// Where mails go.
  public enum MailWay {
    /// Into the folder `mails`.
    FOLDER,
    /// To a mail server.
    SMTP
  }

  /// @param user empty for a server that asks for none
  /// @param connections at the most, at once
  public record Smtp(
      String host,
      int port,
      Security security,
      Optional<String> user,
      Optional<Secret> password,
      int connections) {}

  /// @param keyFile private key of RSA in PEM
  public record Dkim(String domain, String selector, Path keyFile) {}

  /// @param interval between two visits
  public record Bounces(ReportBox box, Duration interval) {}

  /// Where reports of failure arrive.
  public sealed interface ReportBox {

    /// A Maildir, or a folder of `.eml` files.
    record Folder(Path path) implements ReportBox {}

    record Imap(String host, int port, Encryption security, String user, Secret password)
        implements ReportBox {}
  }

  static DeliveryConfig read(ConfigReader reader) {
    MailWay usual = reader.text("mail.smtp.host").isPresent() ? MailWay.SMTP : MailWay.FOLDER;
    MailWay way = reader.choice("mail.transport", usual);
    return new DeliveryConfig(
        way,
        sender(reader),
        smtp(reader, way),
        dkim(reader),
        bounces(reader),
        reader.flag("webhooks.allow-private", false),
        reader.duration(
            "delivery.spread", Duration.ofMinutes(3), Duration.ZERO, Duration.ofHours(1)),
        reader.number("delivery.per-destination", 4, 1, 64));
  }

  private static MailSender sender(ConfigReader reader) {
    @Nullable String bounces = reader.text("mail.bounces.address").orElse(null);
    return reader
        .value("mail.from", from -> MailSender.parse(from, bounces))
        .orElseGet(
            () ->
                reader
                    .record("mail.bounces.address", () -> MailSender.parse(FROM, bounces))
                    .orElseGet(() -> MailSender.parse(FROM, null)));
  }

  private static Optional<Bounces> bounces(ConfigReader reader) {
    Optional<Path> folder = reader.path("mail.bounces.folder");
    Optional<ReportBox> imap = imap(reader);
    Duration interval =
        reader.duration(
            "mail.bounces.interval", Duration.ofMinutes(1), SHORTEST_VISIT, LONGEST_VISIT);
    if (folder.isPresent() && imap.isPresent()) {
      reader.mistake("mail.bounces: give either a folder or an imap server, and not both");
    }
    return folder
        .<ReportBox>map(ReportBox.Folder::new)
        .or(() -> imap)
        .map(box -> new Bounces(box, interval));
  }

  private static Optional<ReportBox> imap(ConfigReader reader) {
    Optional<String> host = reader.text("mail.bounces.imap.host");
    Encryption security = reader.choice("mail.bounces.imap.security", Encryption.TLS);
    int usual = security == Encryption.TLS ? IMAPS : IMAP;
    int port = reader.number("mail.bounces.imap.port", usual, 1, 65_535);
    Optional<String> user = reader.text("mail.bounces.imap.user");
    Optional<Secret> password = reader.secret("mail.bounces.imap.password");
    if (host.isEmpty()) {
      return Optional.empty();
    }
    if (user.isEmpty() || password.isEmpty()) {
      reader.mistake(
          "mail.bounces.imap needs all of host, user and password; the password may stand in the"
              + " file that mail.bounces.imap.password.file names");
      return Optional.empty();
    }
    if (security == Encryption.NONE && !OWN.contains(host.get())) {
      reader.mistake(
          "mail.bounces.imap.security: none would show the password on its way; write tls or"
              + " starttls, or name a server on this machine");
    }
    return Optional.of(new ReportBox.Imap(host.get(), port, security, user.get(), password.get()));
  }

  private static Optional<Smtp> smtp(ConfigReader reader, MailWay way) {
    Optional<String> host = reader.text("mail.smtp.host");
    int port = reader.number("mail.smtp.port", SUBMISSION, 1, 65_535);
    Security security = reader.choice("mail.smtp.security", Security.STARTTLS);
    Optional<String> user = reader.text("mail.smtp.user");
    Optional<Secret> password = reader.secret("mail.smtp.password");
    int connections = reader.number("mail.smtp.connections", 8, 1, 64);
    if (user.isPresent() != password.isPresent()) {
      reader.mistake("mail.smtp.user and mail.smtp.password belong together: give both or none");
    }
    if (user.isPresent() && security == Security.NONE) {
      reader.mistake(
          "mail.smtp.security: none would show the password on its way; write starttls or tls");
    }
    if (way == MailWay.SMTP && reader.text("mail.from").isEmpty()) {
      reader.mistake(
          "mail.from: a mail server asks for a sender that it knows; name one, such as"
              + " Digests <digests@example.org>");
    }
    if (way == MailWay.SMTP && host.isEmpty()) {
      reader.mistake("mail.transport: smtp needs a mail server; name it in mail.smtp.host");
    }
    return way == MailWay.FOLDER
        ? Optional.empty()
        : host.map(name -> new Smtp(name, port, security, user, password, connections));
  }

  private static Optional<Dkim> dkim(ConfigReader reader) {
    Optional<String> domain = reader.text("mail.dkim.domain");
    Optional<String> selector = reader.text("mail.dkim.selector");
    Optional<Path> key = reader.path("mail.dkim.key-file");
    if (domain.isEmpty() && selector.isEmpty() && key.isEmpty()) {
      return Optional.empty();
    }
    if (domain.isEmpty() || selector.isEmpty() || key.isEmpty()) {
      reader.mistake("mail.dkim needs all of domain, selector and key-file, or none of them");
      return Optional.empty();
    }
    return Optional.of(new Dkim(domain.get(), selector.get(), key.get()));
  }
}
