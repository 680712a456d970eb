package io.gistmill.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Outcome.Reach;
import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.testsupport.peer.RawPeer;
import io.gistmill.testsupport.peer.SelfSigned;
import io.gistmill.web.AddressGuard;
import io.gistmill.web.Limits;
import io.gistmill.web.NameResolver;
import io.gistmill.web.WebClient;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a peer does below or beside HTTP: the try ends in time, as data.
@Timeout(60)
class MisbehavingPeersTest {

  private static final Limits SHORT =
      new Limits(Duration.ofSeconds(2), Duration.ofSeconds(2), 64 << 10, 100, 0);

  @TempDir private Path folder;

  @Test
  void aPeerThatHangs() throws InterruptedException {
    // given
    var never = new CountDownLatch(1);
    try (var peer = new RawPeer(out -> never.await())) {
      // when
      Outcome outcome = send(peer.address());

      // then
      assertThat(outcome.answer())
          .isIn(
              "127.0.0.1 does not answer in time",
              "127.0.0.1 takes longer than 2 s for its answer");
      assertDeferred(outcome, Reach.MESSAGE);
    } finally {
      never.countDown();
    }
  }

  @Test
  void anEndOfTheProcessEndsATry() throws InterruptedException {
    // given
    var never = new CountDownLatch(1);
    var connected = new CountDownLatch(1);
    try (var peer =
        new RawPeer(
            out -> {
              connected.countDown();
              never.await();
            })) {
      var attempt = new FutureTask<Outcome>(() -> send(peer.address()));
      Thread sender = Thread.ofVirtual().start(attempt);
      connected.await();

      // when
      sender.interrupt();

      // then
      assertThatExceptionOfType(ExecutionException.class)
          .isThrownBy(attempt::get)
          .withCauseInstanceOf(InterruptedException.class);
    } finally {
      never.countDown();
    }
  }

  @Test
  void aPeerThatDrips() throws InterruptedException {
    // given
    try (var peer = new RawPeer(MisbehavingPeersTest::drip)) {
      // when
      Outcome outcome = send(peer.address());

      // then
      assertThat(outcome.answer()).isEqualTo("127.0.0.1 takes longer than 2 s for its answer");
      assertDeferred(outcome, Reach.MESSAGE);
    }
  }

  @Test
  void aPeerThatAnswersWithoutEnd() throws InterruptedException {
    // given
    try (var peer = new RawPeer(MisbehavingPeersTest::endless)) {
      // when
      Outcome outcome = send(peer.address());

      // then
      assertThat(outcome.answer()).isEqualTo("the answer of 127.0.0.1 is larger than 64 KiB");
      assertDeferred(outcome, Reach.MESSAGE);
    }
  }

  @Test
  void aPeerThatSpeaksNoHttp() throws InterruptedException {
    // given
    try (var peer =
        new RawPeer(out -> out.write("220 mail.example.org ESMTP\r\n".getBytes(UTF_8)))) {
      // when
      Outcome outcome = send(peer.address());

      // then
      assertThat(outcome.answer()).startsWith("127.0.0.1 ");
      assertDeferred(outcome, Reach.MESSAGE);
    }
  }

  @Test
  void aPeerThatClosesTheConnection() throws IOException, InterruptedException {
    // given
    try (var peer = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> hangUp(peer, false));

      // when
      Outcome outcome = send(address(peer));

      // then
      assertThat(outcome.answer())
          .isIn(
              "127.0.0.1 ended the connection without an answer",
              "127.0.0.1 broke the connection off");
      assertDeferred(outcome, Reach.MESSAGE);
    }
  }

  @Test
  void aPeerThatResetsTheConnection() throws IOException, InterruptedException {
    // given
    try (var peer = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> hangUp(peer, true));

      // when
      Outcome outcome = send(address(peer));

      // then
      assertThat(outcome.answer()).isEqualTo("127.0.0.1 broke the connection off");
      assertDeferred(outcome, Reach.MESSAGE);
    }
  }

  @Test
  void aPeerThatIsNotThere() throws IOException, InterruptedException {
    // given
    URI address;
    try (var peer = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      address = address(peer);
    }

    // when
    Outcome outcome = send(address);

    // then
    assertThat(outcome.answer()).isEqualTo("127.0.0.1 cannot be connected to");
    assertDeferred(outcome, Reach.DESTINATION);
  }

  @Test
  void aPeerWithACertificateThatNobodyVouchesFor() throws Exception {
    // given
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(SelfSigned.context(folder, "localhost")));
    server.start();
    try {
      // when
      Outcome outcome =
          send(URI.create("https://localhost:" + server.getAddress().getPort() + "/hook"));

      // then
      assertThat(outcome.answer()).startsWith("localhost cannot be trusted: ");
      assertThat(outcome.answer().lines()).hasSize(1);
      assertDeferred(outcome, Reach.DESTINATION);
    } finally {
      server.stop(0);
    }
  }

  private static void assertDeferred(Outcome outcome, Reach reach) {
    assertThat(outcome).isEqualTo(new Outcome.Deferred(outcome.answer(), null, reach));
  }

  private static Outcome send(URI hook) throws InterruptedException {
    var web = new WebClient(AddressGuard.withPrivate(), NameResolver.ofTheMachine(), SHORT);
    try (var transport =
        new WebhookTransport(web, Samples.SECRETS, InstantSource.fixed(Samples.NOW))) {
      var to = Samples.recipient(Samples.endpoint(hook, Endpoint.Format.STANDARD));
      return transport.send(Samples.digest(3), to);
    }
  }

  private static URI address(ServerSocket peer) {
    return URI.create("http://127.0.0.1:" + peer.getLocalPort() + "/hook");
  }

  /// After the first bytes of the request have come.
  private static void hangUp(ServerSocket peer, boolean reset) {
    try (Socket connection = peer.accept()) {
      connection.setSoLinger(reset, 0);
      assertThat(connection.getInputStream().read()).isEqualTo('P');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void endless(OutputStream out) throws IOException {
    out.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n".getBytes(UTF_8));
    while (true) {
      out.write("words ".repeat(1000).getBytes(UTF_8));
    }
  }

  private static void drip(OutputStream out) throws IOException, InterruptedException {
    out.write("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n".getBytes(UTF_8));
    var never = new CountDownLatch(1);
    while (!never.await(100, TimeUnit.MILLISECONDS)) {
      out.write(' ');
      out.flush();
    }
  }
}
