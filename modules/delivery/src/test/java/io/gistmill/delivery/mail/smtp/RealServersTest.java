package io.gistmill.delivery.mail.smtp;

import static io.gistmill.delivery.mail.MailSamples.composer;
import static io.gistmill.delivery.mail.MailSamples.message;
import static io.gistmill.delivery.mail.MailSamples.recipient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.mail.DkimKey;
import io.gistmill.delivery.mail.DkimSigner;
import io.gistmill.delivery.mail.MailComposer;
import io.gistmill.delivery.mail.MailSamples;
import io.gistmill.delivery.mail.TestMailServer;
import jakarta.mail.MessagingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.james.jdkim.DKIMVerifier;
import org.apache.james.jdkim.exceptions.FailException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Mails through servers that other people wrote.
@Timeout(120)
class RealServersTest {

  private static final String PYTHON = "/usr/bin/python3";
  private static final DkimKey KEY = DkimKey.of(MailSamples.pem());
  private static final DkimSigner SIGNER = new DkimSigner("mail.example", "m2026", KEY);

  @TempDir private Path folder = Path.of("");

  @Test
  void greenMailTakesManyMailsOverTlsWithAPassword()
      throws GeneralSecurityException, IOException, InterruptedException, MessagingException {
    // given
    GreenMail server = TestMailServer.start(ServerSetup.PROTOCOL_SMTPS);
    server.setUser("reader@site.example", "gistmill", "hush-hush");
    var settings =
        new SmtpSettings(
            "localhost",
            server.getSmtps().getPort(),
            Security.TLS,
            new SmtpSettings.Login("gistmill", () -> "hush-hush".toCharArray()),
            4,
            SmtpSettings.Limits.USUAL,
            TestMailServer.certificate().trust());
    try (var transport = transport(composer(SIGNER), settings)) {

      // when
      List<Outcome> outcomes = sendAll(transport, 40);

      // then
      assertThat(outcomes).hasOnlyElementsOfType(Outcome.Accepted.class);
      assertThat(server.getReceivedMessages()).hasSize(40);
      assertThat(server.getReceivedMessages()[0].getSubject())
          .isEqualTo("Daily digest: 检索增强, 2026-03-05");
    } finally {
      server.stop();
    }
  }

  private static List<Outcome> sendAll(SmtpTransport transport, int mails) {
    var sending = new ArrayList<CompletableFuture<Outcome>>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int mail = 0; mail < mails; mail++) {
        String id = "a." + mail;
        sending.add(CompletableFuture.supplyAsync(() -> send(transport, id), threads));
      }
      return sending.stream().map(CompletableFuture::join).toList();
    }
  }

  private static Outcome send(SmtpTransport transport, String id) {
    try {
      return transport.send(message(id), recipient("reader@site.example"));
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  @Test
  void serverOfDebianKeepsTheSignatureGood()
      throws IOException, InterruptedException, FailException {
    // given
    assumeThat(Path.of("/usr/bin/aiosmtpd"))
        .as("aiosmtpd is not installed: apt-get install python3-aiosmtpd")
        .exists();
    int port = freePort();
    Path box = folder.resolve("box");
    Process server =
        new ProcessBuilder(
                PYTHON,
                "-m",
                "aiosmtpd",
                "-n",
                "-u",
                "-l",
                "127.0.0.1:" + port,
                "-c",
                "aiosmtpd.handlers.Mailbox",
                box.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("server.log").toFile())
            .start();
    try (var transport =
        transport(composer(SIGNER), SmtpSettings.of("127.0.0.1", port, Security.NONE, null, 2))) {
      await().atMost(Duration.ofSeconds(60)).until(() -> listens(port));

      // when
      List<Outcome> outcomes =
          List.of(
              transport.send(message("a.1"), recipient("reader@site.example")),
              transport.send(message("a.2"), recipient("用户@例え.example")));

      // then
      assertThat(outcomes).hasOnlyElementsOfType(Outcome.Accepted.class);
      List<byte[]> mails = mails(box.resolve("new"));
      assertThat(mails).hasSize(2);
      for (byte[] mail : mails) {
        verify(mail);
      }
    } finally {
      server.destroy();
    }
  }

  private static void verify(byte[] mail) throws IOException, FailException {
    // Kept with the line ends of the server's system.
    String sent = new String(mail, StandardCharsets.UTF_8).replaceAll("\r?\n", "\r\n");
    var found =
        new DKIMVerifier((method, selector, domain) -> List.of(KEY.record()))
            .verify(new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)));
    assertThat(found).hasSize(1);
  }

  private static List<byte[]> mails(Path folder) throws IOException {
    var mails = new ArrayList<byte[]>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        mails.add(Files.readAllBytes(file));
      }
    }
    return mails;
  }

  private static SmtpTransport transport(MailComposer composer, SmtpSettings settings) {
    return new SmtpTransport(composer, settings, InstantSource.system());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean listens(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      try (InputStream greeting = socket.getInputStream()) {
        return greeting.read() == '2';
      }
    } catch (IOException e) {
      return false;
    }
  }
}
