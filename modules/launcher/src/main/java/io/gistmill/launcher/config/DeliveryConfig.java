package io.gistmill.launcher.config;

import io.gistmill.delivery.mail.MailSender;
import io.gistmill.delivery.mail.smtp.Security;
import io.gistmill.runtime.config.ConfigReader;
import io.gistmill.runtime.config.Secret;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How digests go out.
///
/// @param way by which mails go
/// @param sender of mails
/// @param smtp the mail server; empty for a folder
/// @param dkim by which mails are signed; empty for mails without a signature
/// @param privateHooks whether webhooks may lie on private addresses
/// @param spread over which the first attempts of one cut are spread
/// @param perDestination how many attempts one destination gets at once
public record DeliveryConfig(
    MailWay way,
    MailSender sender,
    Optional<Smtp> smtp,
    Optional<Dkim> dkim,
    boolean privateHooks,
    Duration spread,
    int perDestination) {

  private static final String FROM = "Gistmill <gistmill@localhost>";
  private static final int SUBMISSION = 587;

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

  static DeliveryConfig read(ConfigReader reader) {
    MailWay usual = reader.text("mail.smtp.host").isPresent() ? MailWay.SMTP : MailWay.FOLDER;
    MailWay way = reader.choice("mail.transport", usual);
    return new DeliveryConfig(
        way,
        sender(reader),
        smtp(reader, way),
        dkim(reader),
        reader.flag("webhooks.allow-private", false),
        reader.duration(
            "delivery.spread", Duration.ofMinutes(3), Duration.ZERO, Duration.ofHours(1)),
        reader.number("delivery.per-destination", 4, 1, 64));
  }

  private static MailSender sender(ConfigReader reader) {
    @Nullable String bounces = reader.text("mail.bounces").orElse(null);
    return reader
        .value("mail.from", from -> MailSender.parse(from, bounces))
        .orElseGet(
            () ->
                reader
                    .record("mail.bounces", () -> MailSender.parse(FROM, bounces))
                    .orElseGet(() -> MailSender.parse(FROM, null)));
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
