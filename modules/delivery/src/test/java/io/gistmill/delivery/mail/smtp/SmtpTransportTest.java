package io.gistmill.delivery.mail.smtp;

import static io.gistmill.delivery.mail.MailSamples.composer;
import static io.gistmill.delivery.mail.MailSamples.message;
import static io.gistmill.delivery.mail.MailSamples.recipient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Outcome.Accepted;
import io.gistmill.delivery.Outcome.Deferred;
import io.gistmill.delivery.Outcome.Reach;
import io.gistmill.delivery.Outcome.Refused;
import io.gistmill.delivery.mail.TestCertificate;
import io.gistmill.testsupport.peer.ScriptedSmtp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(120)
class SmtpTransportTest {

  private static final int CONNECTIONS = 4;

  private static final SmtpSettings.Limits SHORT =
      new SmtpSettings.Limits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(4),
          Duration.ofSeconds(30),
          Duration.ofHours(1));

  private static final SmtpSettings.Limits PATIENT =
      new SmtpSettings.Limits(
          Duration.ofSeconds(20),
          Duration.ofSeconds(40),
          Duration.ofSeconds(50),
          Duration.ofHours(1));

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GREETING | 421 busy                            | later destination
          GREETING | 554 we know you not                 | later destination
          EHLO     | 421 4.3.2 going down                | later destination
          MAIL     | 421 4.3.2 going down                | later destination
          MAIL     | 451 4.3.0 wait                      | later message
          MAIL     | 550 5.1.8 sender unknown            | later destination
          MAIL     | 530 5.7.0 sign in first             | later destination
          MAIL     | 552 5.3.4 too large                 | never message
          MAIL     | 354 what                            | later destination
          RCPT     | 421 4.7.0 too many                  | later destination
          RCPT     | 450 4.2.0 greylisted                | later message
          RCPT     | 451 4.3.0 local error               | later message
          RCPT     | 452 4.2.2 full                      | later message
          RCPT     | 550 no such user                    | never address
          RCPT     | 550 5.1.1 no such user              | never address
          RCPT     | 550-5.1.1 no such\\r\\n550 5.1.1 user | never address
          RCPT     | 551 gone away                       | never address
          RCPT     | 553 no such name                    | never address
          RCPT     | 550 5.2.1 closed                    | never address
          RCPT     | 550 5.4.4 no such domain            | never address
          RCPT     | 550 5.7.1 you are on a list         | never message
          RCPT     | 550 5.1.8 your domain is unknown    | later destination
          RCPT     | 552 5.2.2 full                      | never message
          RCPT     | 554 5.7.1 blocked                   | never message
          RCPT     | 554 5.7.1 Relay access denied       | later destination
          RCPT     | 550 relay not permitted             | later destination
          RCPT     | 530 5.7.0 sign in first             | later destination
          DATA     | 421 4.3.2 going down                | later destination
          DATA     | 451 4.3.0 wait                      | later message
          DATA     | 554 no valid recipients             | never message
          DATA     | 250 what                            | later destination
          END      | 250 2.0.0 taken                     | taken
          END      | 251 2.0.0 taken too                 | taken
          END      | 421 4.3.2 going down                | later destination
          END      | 451 4.3.0 wait                      | later message
          END      | 452 4.3.1 disk full                 | later message
          END      | 550 5.7.1 spam                      | never message
          END      | 552 5.3.4 too large                 | never message
          END      | 554 5.6.0 content refused           | never message
          END      | 550 5.1.1 no such user after all    | never address
          """)
  void answerDecidesOnTheOutcome(String step, String answer, String expected)
      throws InterruptedException {
    // given
    String said = answer.replace("\\r\\n", "\r\n");
    try (var server = script(step, talk -> talk.say(said));
        var transport = plain(server)) {

      // when
      Outcome outcome = transport.send(message("a.1"), recipient("a@site.example"));

      // then
      assertThat(words(outcome)).isEqualTo(expected);
      assertThat(outcome.answer()).startsWith(answer.startsWith("354") ? "un" : "");
      assertThat(outcome.answer()).contains(answer.substring(answer.lastIndexOf(' ') + 1));
      assertThat(outcome.answer()).doesNotContain("\n", "\r");
    }
  }

  static Stream<Arguments> misbehaviour() {
    return Stream.of("GREETING", "EHLO", "MAIL", "RCPT", "DATA", "END")
        .flatMap(
            step ->
                Stream.of(
                    bad(step, "drops", ScriptedSmtp.Talk::drop),
                    bad(step, "resets", ScriptedSmtp.Talk::reset),
                    bad(step, "hangs", ScriptedSmtp.Talk::hang),
                    bad(step, "talks rubbish", talk -> talk.write("\0\1\2 rubbish\r\n")),
                    bad(step, "talks without code", talk -> talk.say("hello")),
                    bad(step, "never ends a line", SmtpTransportTest::oneLine),
                    bad(step, "never ends an answer", SmtpTransportTest::lines)));
  }

  private static Arguments bad(String step, String what, ScriptedSmtp.Doing doing) {
    return Arguments.of(step, what, doing);
  }

  private static void oneLine(ScriptedSmtp.Talk talk) throws IOException {
    while (true) {
      talk.write("2".repeat(10_000));
    }
  }

  private static void lines(ScriptedSmtp.Talk talk) throws IOException {
    while (true) {
      talk.write("250-and more\r\n".repeat(1_000));
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("misbehaviour")
  void serverThatMisbehavesPutsTheMailOff(String step, String what, ScriptedSmtp.Doing doing)
      throws InterruptedException {
    // given
    try (var server = script(step, doing);
        var transport = transport(server.port(), Security.NONE, null, SHORT, null)) {

      // when
      Outcome outcome = transport.send(message("a.1"), recipient("a@site.example"));

      // then
      assertThat(words(outcome)).as(what).isEqualTo("later destination");
      assertThat(outcome.answer().contains("the server may have it")).isEqualTo("END".equals(step));
    }
  }

  @Test
  void serverThatDripsIsLeftWhenTheTimeIsOver() throws InterruptedException {
    // given
    var limits =
        new SmtpSettings.Limits(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofHours(1));
    try (var server = new ScriptedSmtp().on("RCPT", ScriptedSmtp.Talk::hang);
        var transport = transport(server.port(), Security.NONE, null, limits, null)) {

      // when
      Outcome outcome = transport.send(message("a.1"), recipient("a@site.example"));

      // then
      assertThat(words(outcome)).isEqualTo("later destination");
      assertThat(outcome.answer()).contains("longer than PT1S");
    }
  }

  @Test
  void serverThatIsNotThereSaysWhatToCheck() throws IOException, InterruptedException {
    // given
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    try (var transport = transport(port, Security.NONE, null, PATIENT, null)) {

      // when
      Outcome outcome = transport.send(message("a.1"), recipient("a@site.example"));

      // then
      assertThat(words(outcome)).isEqualTo("later destination");
      assertThat(outcome.answer()).contains("mail.smtp.host and mail.smtp.port");
    }
  }

  @Test
  void mailArrivesAsItWasComposed() throws InterruptedException {
    // given
    try (var server = new ScriptedSmtp();
        var transport = plain(server)) {

      // when
      Outcome outcome = transport.send(message("a.1"), recipient("a@site.example"));

      // then
      assertThat(outcome).isEqualTo(new Accepted("250 2.0.0 taken as 17"));
      assertThat(server.mails().getFirst())
          .contains("Message-ID: <a.1@mail.example>\r\n", "\r\n..\r\nA dot stood alone.");
      assertThat(server.heard())
          .contains("MAIL FROM:<digest@mail.example>", "RCPT TO:<a@site.example>");
    }
  }

  @Test
  void serverThatReportsIsAskedToNameTheMail() throws InterruptedException {
    // given
    try (var server = new ScriptedSmtp().on("EHLO", "250-x\r\n250-DSN\r\n250 SIZE");
        var transport = plain(server)) {

      // when
      transport.send(message("a.1"), recipient("a@site.example"));

      // then
      assertThat(server.heard())
          .anyMatch(
              line -> line.matches("MAIL FROM:<digest@mail.example> RET=HDRS ENVID=a\\.1\\..{16}"));
    }
  }

  @Test
  void connectionServesManyMailsEvenAfterARefusal() throws InterruptedException {
    // given
    try (var server = new ScriptedSmtp();
        var transport = plain(server)) {
      transport.send(message("a.1"), recipient("a@site.example"));
      server.on("RCPT", "550 5.1.1 no such user");
      transport.send(message("a.2"), recipient("b@site.example"));
      server.on("RCPT", "250 fine");

      // when
      Outcome outcome = transport.send(message("a.3"), recipient("c@site.example"));

      // then
      assertThat(outcome).isInstanceOf(Accepted.class);
      assertThat(server.connections()).isEqualTo(1);
      assertThat(server.mails()).hasSize(2);
    }
  }

  @Test
  void connectionThatLapsedIsReplacedAtOnce() throws InterruptedException {
    // given
    try (var server = new ScriptedSmtp();
        var transport = plain(server)) {
      transport.send(message("a.1"), recipient("a@site.example"));
      server.on("MAIL", talk -> lapse(server, talk));

      // when
      Outcome outcome = transport.send(message("a.2"), recipient("a@site.example"));

      // then
      assertThat(outcome).isInstanceOf(Accepted.class);
      assertThat(server.connections()).isEqualTo(2);
      assertThat(server.mails()).hasSize(2);
    }
  }

  private static void lapse(ScriptedSmtp server, ScriptedSmtp.Talk talk) throws IOException {
    server.on("MAIL", "250 fine");
    talk.say("421 4.4.2 you were idle");
    talk.drop();
  }

  @Test
  void idleConnectionIsClosed() throws InterruptedException {
    // given
    var limits =
        new SmtpSettings.Limits(
            Duration.ofSeconds(20),
            Duration.ofSeconds(40),
            Duration.ofSeconds(50),
            Duration.ofMillis(50));
    try (var server = new ScriptedSmtp();
        var transport = transport(server.port(), Security.NONE, null, limits, null)) {

      // when
      transport.send(message("a.1"), recipient("a@site.example"));

      // then
      await().until(() -> server.heard().contains("QUIT"));
    }
  }

  @Test
  void closingEndsMailsOnTheirWay() {
    // given
    try (var server = new ScriptedSmtp().on("RCPT", ScriptedSmtp.Talk::hang)) {
      var transport = transport(server.port(), Security.NONE, null, PATIENT, null);
      var sending = CompletableFuture.supplyAsync(() -> send(transport));
      await().until(() -> server.heard().stream().anyMatch(line -> line.startsWith("RCPT")));

      // when
      transport.close();

      // then
      assertThat(words(sending.join())).isEqualTo("later destination");
    }
  }

  @Test
  void mailThatFindsAllConnectionsBusyIsPutOff() throws InterruptedException {
    // given
    var limits =
        new SmtpSettings.Limits(
            Duration.ofSeconds(1),
            Duration.ofSeconds(40),
            Duration.ofSeconds(50),
            Duration.ofHours(1));
    try (var server = new ScriptedSmtp().on("RCPT", ScriptedSmtp.Talk::hang)) {
      var transport = transport(server.port(), Security.NONE, null, limits, null);
      var busy = new ArrayList<CompletableFuture<Outcome>>();
      for (int mail = 0; mail < CONNECTIONS; mail++) {
        busy.add(CompletableFuture.supplyAsync(() -> send(transport), Thread::startVirtualThread));
      }
      await().until(() -> server.connections() == CONNECTIONS);

      // when
      Outcome outcome = transport.send(message("a.9"), recipient("a@site.example"));

      // then
      assertThat(words(outcome)).isEqualTo("later destination");
      assertThat(outcome.answer()).contains("connections to the mail server are busy");
      transport.close();
      assertThat(busy).allMatch(future -> words(future.join()).equals("later destination"));
    }
  }

  @Test
  void interruptEndsAMailOnItsWay() throws InterruptedException {
    // given
    try (var server = new ScriptedSmtp().on("RCPT", ScriptedSmtp.Talk::hang);
        var transport = plain(server)) {
      var ended = new CompletableFuture<Outcome>();
      Thread sending =
          Thread.startVirtualThread(
              () -> {
                try {
                  ended.complete(transport.send(message("a.1"), recipient("a@site.example")));
                } catch (InterruptedException e) {
                  ended.completeExceptionally(e);
                }
              });
      await().until(() -> server.heard().stream().anyMatch(line -> line.startsWith("RCPT")));

      // when
      sending.interrupt();

      // then
      assertThat(sending.join(Duration.ofSeconds(30))).isTrue();
      assertThat(ended.exceptionNow()).isInstanceOf(InterruptedException.class);
    }
  }

  private static Outcome send(SmtpTransport transport) {
    try {
      return transport.send(message("a.1"), recipient("a@site.example"));
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  @Test
  void encryptedWithAGoodCertificateItSignsIn()
      throws IOException, InterruptedException, GeneralSecurityException {
    // given
    var certificate = TestCertificate.of("localhost", folder);
    var context = certificate.server();
    try (var server = tls(context).on("AUTH", "235 2.7.0 welcome");
        var transport =
            transport(server.port(), Security.STARTTLS, login(), PATIENT, certificate.trust())) {

      // when
      Outcome outcome = transport.send(message("a.1"), recipient("a@site.example"));

      // then
      assertThat(outcome).isInstanceOf(Accepted.class);
      assertThat(server.heard()).anyMatch(line -> line.startsWith("AUTH PLAIN"));
    }
  }

  @Test
  void wrongPasswordIsTheOperatorsFaultAndNeverShown()
      throws IOException, InterruptedException, GeneralSecurityException {
    // given
    var certificate = TestCertificate.of("localhost", folder);
    var context = certificate.server();
    try (var server = tls(context).on("AUTH", "535 5.7.8 not aHVzaC1odXNo");
        var transport =
            transport(server.port(), Security.STARTTLS, login(), PATIENT, certificate.trust())) {

      // when
      Outcome outcome = transport.send(message("a.1"), recipient("a@site.example"));

      // then
      assertThat(words(outcome)).isEqualTo("later destination");
      assertThat(outcome.answer())
          .contains("535", "mail.smtp.user")
          .doesNotContain("aHVzaC1odXNo", "hush-hush");
    }
  }

  @Test
  void certificateOfAnotherHostIsRefused()
      throws IOException, InterruptedException, GeneralSecurityException {
    // given
    var certificate = TestCertificate.of("other.example", folder);
    try (var server = tls(certificate.server());
        var transport =
            transport(server.port(), Security.STARTTLS, login(), PATIENT, certificate.trust())) {

      // when
      Outcome outcome = transport.send(message("a.1"), recipient("a@site.example"));

      // then
      assertThat(words(outcome)).isEqualTo("later destination");
      assertThat(outcome.answer()).contains("TLS failed", "certificate");
      assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH"));
    }
  }

  @Test
  void certificateThatNobodyVouchesForIsRefusedEvenWhereTlsIsOptional()
      throws IOException, InterruptedException, GeneralSecurityException {
    // given
    var certificate = TestCertificate.of("localhost", folder);
    try (var server = tls(certificate.server());
        var transport = transport(server.port(), Security.OPPORTUNISTIC, null, PATIENT, null)) {

      // when
      Outcome outcome = transport.send(message("a.1"), recipient("a@site.example"));

      // then
      assertThat(words(outcome)).isEqualTo("later destination");
      assertThat(outcome.answer()).contains("TLS failed");
      assertThat(server.mails()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "STARTTLS, later destination",
    "OPPORTUNISTIC, taken",
  })
  void serverWithoutStartTlsGetsMailsOnlyWhereThatIsAllowed(Security security, String expected)
      throws InterruptedException {
    // given
    try (var server = new ScriptedSmtp();
        var transport = transport(server.port(), security, null, PATIENT, null)) {

      // when
      Outcome outcome = transport.send(message("a.1"), recipient("a@site.example"));

      // then
      assertThat(words(outcome)).isEqualTo(expected);
    }
  }

  @Test
  void serverThatRefusesStartTlsGetsNothing() throws InterruptedException {
    // given
    try (var server =
            new ScriptedSmtp()
                .on("EHLO", "250-x\r\n250 STARTTLS")
                .on("STARTTLS", "454 4.7.0 not now");
        var transport = transport(server.port(), Security.STARTTLS, null, PATIENT, null)) {

      // when
      Outcome outcome = transport.send(message("a.1"), recipient("a@site.example"));

      // then
      assertThat(words(outcome)).isEqualTo("later destination");
      assertThat(outcome.answer()).contains("454");
      assertThat(server.mails()).isEmpty();
    }
  }

  @Test
  void passwordNeverGoesInTheClear() throws InterruptedException {
    // given
    try (var server = new ScriptedSmtp().on("EHLO", "250-x\r\n250 AUTH PLAIN LOGIN");
        var transport = transport(server.port(), Security.OPPORTUNISTIC, login(), PATIENT, null)) {

      // when
      Outcome outcome = transport.send(message("a.1"), recipient("a@site.example"));

      // then
      assertThat(words(outcome)).isEqualTo("later destination");
      assertThat(outcome.answer()).contains("not sent in the clear", "mail.smtp.security");
      assertThat(server.heard()).noneMatch(line -> line.startsWith("AUTH"));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SmtpSettings.of("localhost", 25, Security.NONE, login(), 1))
        .withMessageContaining("mail.smtp.security");
  }

  @Test
  void addressInUtf8NeedsAServerThatKnowsIt() throws InterruptedException {
    // given
    try (var server = new ScriptedSmtp();
        var transport = plain(server)) {
      Outcome without = transport.send(message("a.1"), recipient("用户@例え.example"));
      server.on("EHLO", "250-x\r\n250-8BITMIME\r\n250 SMTPUTF8");

      // when
      Outcome with = transport.send(message("a.2"), recipient("用户@例え.example"));

      // then
      assertThat(without).isInstanceOf(Refused.class);
      assertThat(without.answer()).contains("SMTPUTF8");
      assertThat(with).isInstanceOf(Accepted.class);
      assertThat(server.heard())
          .contains(
              "MAIL FROM:<digest@mail.example> SMTPUTF8 BODY=8BITMIME",
              "RCPT TO:<用户@xn--r8jz45g.example>");
      assertThat(server.mails().getLast()).contains("To: 用户@xn--r8jz45g.example\r\n");
    }
  }

  @Test
  void destinationIsTheDomain() {
    // given
    try (var transport = transport(1, Security.NONE, null, PATIENT, null)) {

      // then
      assertThat(transport.destination(recipient("A@Site.Example"))).isEqualTo("site.example");
    }
  }

  private static SmtpSettings.Login login() {
    return new SmtpSettings.Login("gistmill", () -> "hush-hush".toCharArray());
  }

  private static ScriptedSmtp tls(SSLContext context) {
    return new ScriptedSmtp()
        .on("EHLO", "250-x\r\n250-AUTH PLAIN LOGIN\r\n250 STARTTLS")
        .on("STARTTLS", talk -> talk.startTls(context));
  }

  /// Who is not understood by EHLO is tried by HELO.
  private static ScriptedSmtp script(String step, ScriptedSmtp.Doing doing) {
    var server = new ScriptedSmtp().on(step, doing);
    return step.equals("EHLO") ? server.on("HELO", doing) : server;
  }

  private static SmtpTransport plain(ScriptedSmtp server) {
    return transport(server.port(), Security.NONE, null, PATIENT, null);
  }

  private static SmtpTransport transport(
      int port,
      Security security,
      SmtpSettings.@Nullable Login login,
      SmtpSettings.Limits limits,
      @Nullable SSLContext trust) {
    try {
      SSLContext trusted = trust == null ? SSLContext.getDefault() : trust;
      var settings =
          new SmtpSettings("localhost", port, security, login, CONNECTIONS, limits, trusted);
      return new SmtpTransport(composer(null), settings, InstantSource.system());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String words(Outcome outcome) {
    return switch (outcome) {
      case Accepted _ -> "taken";
      case Deferred(_, _, var reach) ->
          reach == Reach.MESSAGE ? "later message" : "later destination";
      case Refused(_, var suspends) -> suspends ? "never address" : "never message";
    };
  }
}
