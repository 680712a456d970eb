package io.gistmill.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import io.gistmill.testsupport.peer.RawPeer;
import io.gistmill.testsupport.peer.TestPeer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebPostTest {

  private static final Limits SHORT =
      new Limits(Duration.ofSeconds(2), Duration.ofSeconds(2), 64 << 10, 100, 5);

  private final TestPeer peer = new TestPeer();

  @AfterEach
  void stopPeer() {
    peer.close();
  }

  @Test
  void bodyAndHeadersArriveAndTheAnswerComesBack() throws InterruptedException {
    // given
    peer.on("/hook", WebPostTest::echo);

    // when
    Reply reply = post(peer.address("/hook"));

    // then
    assertThat(reply).isInstanceOf(Reply.Answered.class);
    var answered = (Reply.Answered) reply;
    assertThat(answered.status()).isEqualTo(200);
    assertThat(new String(answered.body(), UTF_8)).isEqualTo("POST {\"words\":\"词\"}");
    assertThat(peer.asked().getFirst().headers())
        .containsEntry("content-type", "application/json; charset=utf-8")
        .containsEntry("webhook-id", "d1")
        .containsEntry("user-agent", "Gistmill/0.1")
        .doesNotContainKeys("cookie", "authorization");
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void aRedirectIsAnAnswerAndNotFollowed(int status) throws InterruptedException {
    // given
    peer.redirect("/hook", status, "/secret").on("/secret", "text/plain", "secret");

    // when
    Reply reply = post(peer.address("/hook"));

    // then
    assertThat(((Reply.Answered) reply).status()).isEqualTo(status);
    assertThat(peer.asked()).extracting(TestPeer.Asked::path).containsExactly("/hook");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/",
        "http://localhost:%d/",
        "http://0.0.0.0:%d/",
        "http://2130706433:%d/",
        "http://10.0.0.7:%d/",
        "http://169.254.169.254:%d/",
        "http://[::1]:%d/",
        "http://[::ffff:127.0.0.1]:%d/",
        "http://[64:ff9b::7f00:1]:%d/",
        "http://[64:ff9b:1::7f00:1]:%d/",
        "http://[2002:7f00:1::]:%d/",
        "http://[fd00::1]:%d/",
        "http://[fe80::1]:%d/"
      })
  void nothingIsPostedIntoTheOwnNetwork(String address) throws InterruptedException {
    // given
    peer.on("/", "text/plain", "secret");
    URI uri = URI.create(String.format(Locale.ROOT, address, peer.port()));

    // when
    Reply reply;
    try (var web = new WebClient(AddressGuard.publicOnly(), NameResolver.ofTheMachine(), SHORT)) {
      reply = web.post(post(uri, "x"));
    }

    // then
    assertThat(reply).isInstanceOf(Reply.Forbidden.class);
    assertThat(((Reply.Forbidden) reply).reason()).contains("is not posted to: it");
    assertThat(peer.asked()).isEmpty();
  }

  /// The peer stands for a public one; its second address for the operator's own machine.
  @Test
  void aNameThatChangesItsMeaningBetweenTwoPostsGainsNothing() throws InterruptedException {
    // given
    peer.on("/hook", "text/plain", "ok");
    Deque<String> meanings = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2"));
    NameResolver names = host -> List.of(address(meanings.removeFirst()));
    URI hook = URI.create("http://site.example.org:" + peer.port() + "/hook");
    Reply second;

    // when
    try (var web = new WebClient(onlyFirst(), names, SHORT)) {
      web.post(post(hook, "1"));
      second = web.post(post(hook, "2"));
    }

    // then
    assertThat(second)
        .isEqualTo(
            new Reply.Forbidden("site.example.org: 127.0.0.2 is not posted to: for the test"));
    assertThat(peer.asked()).hasSize(1);
  }

  @Test
  void aBodyWithoutEndIsCutOff() throws InterruptedException {
    // given
    try (var endless = new RawPeer(out -> endless(out, "200 OK"))) {
      // when
      Reply reply = post(endless.address());

      // then
      assertThat(reply)
          .isEqualTo(new Reply.Failed("the answer of 127.0.0.1 is larger than 64 KiB", true, true));
    }
  }

  @Test
  void aFailureWithABodyWithoutEndIsToldByItsStatus() throws InterruptedException {
    // given
    try (var endless = new RawPeer(out -> endless(out, "503 Down\r\nRetry-After: 7"))) {
      // when
      Reply reply = post(endless.address());

      // then
      var answered = (Reply.Answered) reply;
      assertThat(answered.status()).isEqualTo(503);
      assertThat(answered.retryAfter()).isEqualTo(Duration.ofSeconds(7));
      assertThat(answered.body()).isEmpty();
    }
  }

  @Test
  void aPeerThatSaysNothingIsLeftInTime() throws InterruptedException {
    // given
    var never = new CountDownLatch(1);
    try (var silent = new RawPeer(out -> never.await())) {
      // when
      Reply reply = post(silent.address());

      // then
      assertThat(((Reply.Failed) reply).reason())
          .containsAnyOf("does not answer in time", "takes longer than 2 s");
      assertThat(((Reply.Failed) reply).connected()).isTrue();
    } finally {
      never.countDown();
    }
  }

  @Test
  void aPeerThatIsNotThereConcernsAllThatGoesToIt() throws InterruptedException {
    // given
    URI address = peer.address("/hook");
    peer.close();

    // when
    Reply reply = post(address);

    // then
    assertThat(reply).isEqualTo(new Reply.Failed("127.0.0.1 cannot be connected to", false));
  }

  private static Reply post(URI address) throws InterruptedException {
    try (var web = new WebClient(AddressGuard.withPrivate(), NameResolver.ofTheMachine(), SHORT)) {
      return web.post(post(address, "{\"words\":\"词\"}"));
    }
  }

  private static WebPost post(URI address, String body) {
    return new WebPost(
        address,
        "application/json; charset=utf-8",
        Map.of("webhook-id", "d1"),
        body.getBytes(UTF_8));
  }

  private static void echo(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    byte[] answer = (exchange.getRequestMethod() + " " + body).getBytes(UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
  }

  private static void endless(OutputStream out, String status) throws IOException {
    out.write(("HTTP/1.1 " + status + "\r\nContent-Type: text/plain\r\n\r\n").getBytes(UTF_8));
    while (true) {
      out.write("words ".repeat(1000).getBytes(UTF_8));
    }
  }

  private static AddressGuard onlyFirst() {
    return address ->
        address.getHostAddress().equals("127.0.0.1")
            ? Optional.empty()
            : Optional.of("for the test");
  }

  private static InetAddress address(String literal) throws UnknownHostException {
    return InetAddress.getByName(literal);
  }
}
