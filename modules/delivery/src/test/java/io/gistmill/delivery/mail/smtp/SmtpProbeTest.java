package io.gistmill.delivery.mail.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Outcome.Accepted;
import io.gistmill.delivery.Outcome.Deferred;
import io.gistmill.delivery.mail.TestMailServer;
import io.gistmill.testsupport.peer.ScriptedSmtp;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SmtpProbeTest {

  @Test
  void serverIsReachedAndGetsNoMail() {
    try (var server = new ScriptedSmtp()) {

      Outcome outcome = SmtpProbe.of(plain(server.port()));

      assertThat(outcome).isEqualTo(new Accepted("not encrypted"));
      assertThat(server.heard()).noneMatch(line -> line.startsWith("MAIL"));
    }
  }

  @Test
  void passwordIsTriedUnderTls()
      throws GeneralSecurityException, IOException, InterruptedException {
    // given
    GreenMail server = TestMailServer.start(ServerSetup.PROTOCOL_SMTPS);
    try {
      server.setUser("reader@site.example", "gistmill", "hush-hush");
      server.getUserManager().setAuthRequired(true);
      int port = server.getSmtps().getPort();

      // when
      Outcome right = SmtpProbe.of(tls(port, "hush-hush"));
      Outcome wrong = SmtpProbe.of(tls(port, "hush-puppy"));

      // then
      assertThat(right).isEqualTo(new Accepted("encrypted"));
      assertThat(wrong).isInstanceOf(Deferred.class);
      assertThat(wrong.answer()).contains("mail.smtp.user").doesNotContain("puppy");
    } finally {
      server.stop();
    }
  }

  @Test
  void nobodyThereSaysWhatToCheck() throws IOException {
    // given
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }

    // when
    Outcome outcome = SmtpProbe.of(plain(port));

    // then
    assertThat(outcome).isInstanceOf(Deferred.class);
    assertThat(outcome.answer()).contains("mail.smtp.host and mail.smtp.port");
  }

  private static SmtpSettings plain(int port) {
    return SmtpSettings.of("127.0.0.1", port, Security.NONE, null, 1);
  }

  private static SmtpSettings tls(int port, String password)
      throws GeneralSecurityException, IOException, InterruptedException {
    return new SmtpSettings(
        "localhost",
        port,
        Security.TLS,
        new SmtpSettings.Login("gistmill", password::toCharArray),
        1,
        SmtpSettings.Limits.USUAL,
        TestMailServer.certificate().trust());
  }
}
