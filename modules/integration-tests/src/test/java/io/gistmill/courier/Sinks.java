package io.gistmill.courier;

import io.gistmill.courier.CourierWorld.Reader;
import io.gistmill.courier.SinkTable.Row;
import io.gistmill.delivery.Message;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Recipient;
import io.gistmill.delivery.Transport;
import io.gistmill.delivery.mail.smtp.Security;
import io.gistmill.delivery.mail.smtp.SmtpSettings;
import io.gistmill.delivery.mail.smtp.SmtpTransport;
import io.gistmill.delivery.webhook.WebhookSecrets;
import io.gistmill.delivery.webhook.WebhookTransport;
import io.gistmill.domain.Channel;
import io.gistmill.testsupport.peer.ScriptedSmtp;
import io.gistmill.web.AddressGuard;
import io.gistmill.web.Limits;
import io.gistmill.web.NameResolver;
import io.gistmill.web.WebClient;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/// Receivers that misbehave, one for each reader, in an order and so many times as the seed says,
/// and the real transports by which they are reached. Time limits are short.
final class Sinks implements AutoCloseable {

  /// More often than so nobody misbehaves.
  static final int MOST_TIMES = 2;

  private static final String UNTRUSTED = "untrusted.example";
  private static final int CONNECTIONS = 64;
  private static final Pattern MESSAGE_ID = Pattern.compile("(?m)^Message-ID: <([^@>]+)@");

  /// Long enough for receivers that are well, however busy the machine.
  private static final Duration PATIENCE = Duration.ofSeconds(8);

  private static final SmtpSettings.Limits MAIL_LIMITS =
      new SmtpSettings.Limits(
          PATIENCE, PATIENCE, PATIENCE.multipliedBy(2), PATIENCE.multipliedBy(3));
  private static final Limits HOOK_LIMITS = new Limits(PATIENCE, PATIENCE, 64 << 10, 100, 0);

  private final List<Row> rows;
  private final List<Integer> times = new ArrayList<>();
  private final List<HookPeer> hooks = new ArrayList<>();
  private final List<Reader> readers = new ArrayList<>();
  private final ScriptedSmtp server;
  private final ScriptedSmtp untrusted;

  /// @param rows one for each reader, by number
  /// @param certificate that nobody vouches for
  Sinks(List<Row> rows, SplittableRandom random, SSLContext certificate) {
    this.rows = rows;
    var mails = new MailDoings();
    int handshakes = 0;
    for (Row row : rows) {
      int failing = 1 + random.nextInt(MOST_TIMES);
      times.add(failing);
      if (!row.mail()) {
        readers.add(Reader.byWebhook(hook(row, failing, certificate).url()));
      } else if (row.hasBadCertificate()) {
        handshakes = failing;
        readers.add(Reader.byMail("reader@" + UNTRUSTED));
      } else {
        String address = "reader@row" + readers.size() + ".example";
        mails.plan(address, row.does(), failing);
        readers.add(Reader.byMail(address));
      }
    }
    server = mails.server();
    untrusted = mails.untrusted(certificate, handshakes);
  }

  private HookPeer hook(Row row, int failing, SSLContext certificate) {
    var hook =
        new HookPeer(
            HookDoings.of(row.does()), failing, row.hasBadCertificate() ? certificate : null);
    hooks.add(hook);
    return hook;
  }

  List<Row> rows() {
    return rows;
  }

  Reader reader(int number) {
    return readers.get(number);
  }

  /// How often the receiver of a reader misbehaves.
  int times(int reader) {
    return times.get(reader);
  }

  /// Ids under which something came to a reader by a whole mail or post, in order.
  List<String> ids(int reader) {
    var contact = reader(reader).contact();
    return contact.mailbox() != null
        ? mailsTo(String.valueOf(contact.mailbox().address()))
        : hooks.stream()
            .filter(
                hook -> contact.endpoint() != null && hook.url().equals(contact.endpoint().url()))
            .flatMap(hook -> hook.ids().stream())
            .toList();
  }

  private List<String> mailsTo(String address) {
    return Stream.of(server, untrusted)
        .flatMap(from -> from.mails().stream())
        .filter(mail -> mail.contains("\nTo: " + address + "\r\n"))
        .flatMap(mail -> MESSAGE_ID.matcher(mail).results())
        .map(id -> id.group(1))
        .toList();
  }

  Map<Channel, Transport> transports(InstantSource clock) {
    var web = new WebClient(AddressGuard.withPrivate(), NameResolver.ofTheMachine(), HOOK_LIMITS);
    Transport mails =
        new ByDomain(
            smtp(server, Security.NONE, clock), smtp(untrusted, Security.OPPORTUNISTIC, clock));
    return Map.of(
        Channel.EMAIL,
        mails,
        Channel.WEBHOOK,
        new WebhookTransport(web, new WebhookSecrets(TestCourier.KEY), clock));
  }

  private static Transport smtp(ScriptedSmtp server, Security security, InstantSource clock) {
    try {
      var settings =
          new SmtpSettings(
              "127.0.0.1",
              server.port(),
              security,
              null,
              CONNECTIONS,
              MAIL_LIMITS,
              SSLContext.getDefault());
      return new SmtpTransport(TestCourier.mails(clock), settings, InstantSource.system());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no TLS", e);
    }
  }

  /// Mails of one domain go by a server of their own.
  private record ByDomain(Transport usual, Transport untrusted) implements Transport {

    @Override
    public String destination(Recipient to) {
      return usual.destination(to);
    }

    @Override
    public Outcome send(Message message, Recipient to) throws InterruptedException {
      return (destination(to).equals(UNTRUSTED) ? untrusted : usual).send(message, to);
    }

    @Override
    public void close() {
      usual.close();
      untrusted.close();
    }
  }

  @Override
  public void close() {
    server.close();
    untrusted.close();
    hooks.forEach(HookPeer::close);
  }
}
