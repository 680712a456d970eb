package io.gistmill.digest.courier;

import static io.gistmill.digest.courier.TestLog.CUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.gistmill.contracts.Topics;
import io.gistmill.delivery.MasterKey;
import io.gistmill.delivery.Message;
import io.gistmill.delivery.RetryLadder;
import io.gistmill.delivery.mail.MailComposer;
import io.gistmill.delivery.mail.MailSender;
import io.gistmill.delivery.mail.MailToken;
import io.gistmill.delivery.mail.bounce.BounceMailbox;
import io.gistmill.delivery.mail.bounce.BounceReader;
import io.gistmill.delivery.mail.bounce.ImapMailbox;
import io.gistmill.delivery.mail.rate.BrakedTransport;
import io.gistmill.delivery.mail.rate.SendingRates;
import io.gistmill.delivery.mail.smtp.Security;
import io.gistmill.delivery.mail.smtp.SmtpSettings;
import io.gistmill.delivery.mail.smtp.SmtpTransport;
import io.gistmill.digest.courier.api.LedgerSearch;
import io.gistmill.digest.courier.bounce.BounceIntake;
import io.gistmill.digest.courier.bounce.BounceMail;
import io.gistmill.digest.courier.bounce.BounceMeters;
import io.gistmill.digest.courier.ledger.LedgerRules;
import io.gistmill.domain.BounceKind;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Delivery;
import io.gistmill.domain.Delivery.State;
import io.gistmill.domain.DeliveryEvent;
import io.gistmill.domain.DeliveryEvent.Bounced;
import io.gistmill.domain.DeliveryEvent.Suspended;
import io.gistmill.runtime.kafka.KafkaConnection;
import io.gistmill.testsupport.kafka.TestBroker;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Mails go out to a real mail server, and reports about them come back into a mailbox of it.
@Timeout(120)
class BouncedMailTest {

  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String READER = "ada@one";
  private static final String DOMAIN = "one.example.org";
  private static final MailToken TOKENS = new MailToken(new MasterKey(new byte[MasterKey.LENGTH]));

  private static TestBroker broker;

  private final MeterRegistry meters = new SimpleMeterRegistry();
  private final AtomicReference<Instant> now = new AtomicReference<>(CUT);
  private final SendingRates rates = new SendingRates(SendingRates.Limits.USUAL);
  private final FakePeer hook = FakePeer.accepting();
  private final GreenMail server =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
          });
  private Topics topics = new Topics("unset", 1, 2);
  private TestLog log = new TestLog("localhost:1", topics);
  private Optional<Courier> courier = Optional.empty();
  private Optional<GreenMailUser> bounces = Optional.empty();

  @BeforeAll
  static void startBroker() {
    broker = TestBroker.start();
  }

  @AfterAll
  static void stopBroker() {
    broker.close();
  }

  @BeforeEach
  void start() {
    log.close();
    topics = new Topics("bounced-" + System.nanoTime(), 1, 2);
    broker.create(
        List.of(topics.digests(), topics.deliveries(), topics.subscriptions(), topics.rejects()));
    log = new TestLog(broker.bootstrapServers(), topics);
    server.start();
    bounces = Optional.of(server.setUser("bounces@mail.example", "bounces", "hush-hush"));
    courier = Optional.of(startCourier());
    log.subscribe(READER, Channel.EMAIL, Channel.WEBHOOK);
    log.tick(CUT.plus(Duration.ofDays(15)));
  }

  @AfterEach
  void stop() {
    courier.ifPresent(Courier::close);
    server.stop();
    log.close();
  }

  private Courier startCourier() {
    InstantSource clock = now::get;
    var composer =
        new MailComposer(
            MailSender.parse("digest@mail.example", "bounces+*@mail.example"), TOKENS, null, clock);
    int port = server.getSmtp().getPort();
    var smtp = SmtpSettings.of("127.0.0.1", port, Security.NONE, null, 2);
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
        KafkaConnection.plain(broker.bootstrapServers()),
        topics,
        new CourierSettings(
            rules, Map.of(Channel.EMAIL, 2, Channel.WEBHOOK, 2), 2, Duration.ofSeconds(6)),
        clock,
        new Composer(
            () -> Optional.of(TestLog.stories(CUT.plus(Duration.ofDays(20)))), slug -> slug, links),
        links,
        Map.of(
            Channel.EMAIL,
            new BrakedTransport(
                new SmtpTransport(composer, smtp, InstantSource.system()), rates, clock),
            Channel.WEBHOOK,
            hook),
        meters);
  }

  private BounceMail readMailbox(BounceMailbox mailbox) {
    var kafka = KafkaConnection.plain(broker.bootstrapServers());
    return BounceMail.start(
        mailbox,
        new BounceReader(TOKENS),
        new BounceIntake(new LedgerSearch(kafka, topics), now::get),
        new BounceMeters(meters),
        Duration.ofMillis(200));
  }

  private ImapMailbox imap() {
    return new ImapMailbox(
        new ImapMailbox.Account(
            "127.0.0.1",
            server.getImap().getPort(),
            ImapMailbox.Encryption.NONE,
            "bounces",
            () -> "hush-hush".toCharArray()),
        (SSLSocketFactory) SSLSocketFactory.getDefault());
  }

  /// The header of the mail of a day, as it arrived at the reader's server.
  private String arrived(int day) {
    now.set(CUT.plus(Duration.ofDays(day)));
    String digest = log.digest(READER, day, Channel.EMAIL);
    return await().atMost(LIMIT).until(() -> header(digest), header -> !header.isEmpty());
  }

  private String header(String digest) throws Exception {
    for (MimeMessage mail : server.getReceivedMessages()) {
      if (String.valueOf(mail.getMessageID()).contains(digest + "@")) {
        await()
            .atMost(LIMIT)
            .until(() -> log.delivery(digest + "|email").state() instanceof State.Sent);
        return "Message-ID: "
            + mail.getMessageID()
            + "\nX-Gistmill-Token: "
            + mail.getHeader("X-Gistmill-Token", null);
      }
    }
    return "";
  }

  private void comesBack(String type, String part, String original) throws Exception {
    String report =
        """
        Return-Path: <>
        From: MAILER-DAEMON@one.example.org
        To: bounces@mail.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=%s; boundary="b1"

        --b1
        Content-Type: text/plain

        About your mail.
        --b1
        Content-Type: message/%s

        %s
        --b1
        Content-Type: text/rfc822-headers

        %s
        --b1--
        """
            .formatted(type, type, part, original)
            .replace("\n", "\r\n");
    bounces
        .orElseThrow()
        .deliver(
            new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(report.getBytes(StandardCharsets.UTF_8))));
  }

  private void fails(String status, String original) throws Exception {
    comesBack(
        "delivery-status",
        """
        Reporting-MTA: dns; mx.one.example.org

        Final-Recipient: rfc822; ada@one.example.org
        Action: failed
        Status: %s
        Diagnostic-Code: smtp; 550 %s <ada@one.example.org> is not reached
        """
            .formatted(status, status),
        original);
  }

  private <E extends DeliveryEvent> List<E> written(Class<E> type) {
    return log.events().stream().filter(type::isInstance).map(type::cast).toList();
  }

  private List<Bounced> counted() {
    return written(Bounced.class).stream().filter(it -> it.counted() != null).toList();
  }

  private Delivery delivery(int day) {
    return log.delivery("ada.one-daily." + day + "|email");
  }

  private double read(String result) {
    return meters.counter("gistmill.bounce.reports", "result", result).count();
  }

  @Test
  void mailThatCameBackForGoodClosesTheAddressAndItsOwnerIsTold() throws Exception {
    // given
    String original = arrived(0);

    // when
    try (var mailbox = readMailbox(imap())) {
      fails("5.1.1", original);

      // then
      await().atMost(LIMIT).until(() -> !hook.taken().isEmpty());
      assertThat(mailbox.hindrance()).isEmpty();
    }
    assertThat(delivery(0).state())
        .isInstanceOfSatisfying(
            State.Bounced.class,
            it -> {
              assertThat(it.kind()).isEqualTo(BounceKind.HARD);
              assertThat(it.reason()).contains("5.1.1", "<the address> is not reached");
            });
    assertThat(written(Suspended.class))
        .singleElement()
        .satisfies(it -> assertThat(it.channel()).isEqualTo(Channel.EMAIL));
    assertThat(hook.taken())
        .singleElement()
        .satisfies(
            notice -> {
              assertThat(notice.id()).isEqualTo("notice-ada.one-daily.0-email");
              assertThat(notice.text()).contains("e-mail", "5.1.1");
            });
    assertThat(rates.counts().get(DOMAIN)).isEqualTo(new SendingRates.Counts(1, 1, 0, 0));
    assertThat(meters.counter("gistmill.courier.bounces", "kind", "hard").count()).isEqualTo(1);
  }

  @Test
  void complaintClosesTheAddress() throws Exception {
    // given
    String original = arrived(0);

    // when
    try (var _ = readMailbox(imap())) {
      comesBack(
          "feedback-report",
          "Feedback-Type: abuse\nUser-Agent: Provider/1.0\nVersion: 1\n",
          original);

      // then
      await().atMost(LIMIT).until(() -> !written(Suspended.class).isEmpty());
    }
    assertThat(delivery(0).state())
        .isInstanceOfSatisfying(
            State.Bounced.class, it -> assertThat(it.kind()).isEqualTo(BounceKind.COMPLAINT));
  }

  @Test
  void forgedReportChangesNothing() throws Exception {
    // given
    String original = arrived(0);
    String forged = original.replaceAll("[0-9a-f]{16}$", "0123456789abcdef");

    // when
    try (var _ = readMailbox(imap())) {
      fails("5.1.1", forged);
      await().atMost(LIMIT).until(() -> read("unproven") == 1);
    }

    // then
    assertThat(forged).isNotEqualTo(original);
    assertThat(delivery(0).state()).isInstanceOf(State.Sent.class);
    assertThat(written(Bounced.class)).isEmpty();
  }

  @Test
  void softBouncesCloseTheAddressWhenTheyLast() throws Exception {
    // when
    try (var _ = readMailbox(imap())) {
      for (int day : List.of(0, 2, 4)) {
        fails("4.2.2", arrived(day));
        int reports = day / 2 + 1;
        await().atMost(LIMIT).until(() -> counted().size() == reports);

        // then
        assertThat(written(Suspended.class)).hasSize(reports == 3 ? 1 : 0);
      }
    }
  }

  @Test
  void reportWhoseReaderDiesBeforeItIsPutAsideCountsOnce() throws Exception {
    // given
    fails("4.2.2", arrived(0));
    ImapMailbox imap = imap();
    BounceMailbox dying =
        taker ->
            imap.take(
                mails -> {
                  taker.take(mails);
                  if (!mails.isEmpty()) {
                    throw new IllegalStateException("dead before it is put aside");
                  }
                });
    try (var reader = readMailbox(dying)) {
      await().atMost(LIMIT).until(() -> read("counted") == 1 && !reader.hindrance().isEmpty());
    }

    // when
    try (var _ = readMailbox(imap())) {
      await()
          .until(
              () ->
                  server
                          .getManagers()
                          .getImapHostManager()
                          .getInbox(bounces.orElseThrow())
                          .getMessageCount()
                      == 0);
    }

    // then
    await().atMost(LIMIT).until(() -> !counted().isEmpty());
    assertThat(counted()).hasSize(1);
    assertThat(read("counted")).isEqualTo(1);
    assertThat(read("known")).isPositive();
  }

  @Test
  void mailServerThatIsAwayIsSaidAndWaitedFor() throws Exception {
    // given
    fails("5.1.1", arrived(0));
    ImapMailbox imap = imap();
    server.stop();

    // when
    try (var reader = readMailbox(imap)) {
      // then
      await().atMost(LIMIT).until(() -> !reader.hindrance().isEmpty());
      assertThat(reader.hindrance().orElseThrow())
          .contains("bounces are not read", "127.0.0.1")
          .doesNotContain("hush-hush");
      assertThat(reader.stopped()).isNotDone();
      assertThat(meters.counter("gistmill.bounce.visits", "outcome", "failed").count())
          .isPositive();
    }
  }
}
