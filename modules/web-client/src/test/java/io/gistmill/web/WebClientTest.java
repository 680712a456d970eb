package io.gistmill.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.gistmill.testsupport.peer.RawPeer;
import io.gistmill.testsupport.peer.TestPeer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class WebClientTest {

  private static final Limits SHORT =
      new Limits(Duration.ofSeconds(2), Duration.ofSeconds(2), 1 << 20, 100, 5);

  private final TestPeer peer = new TestPeer();

  @AfterEach
  void stopPeer() {
    peer.close();
  }

  @Test
  void aBodyComesWithItsHeaders() throws InterruptedException {
    // given
    peer.on("/feed", 200, Map.of("ETag", "\"1\"", "Content-Type", "text/x"), bytes("words"));

    // when
    Answer answer = get(peer.address("/feed"));

    // then
    Answer.Fetched fetched = (Answer.Fetched) answer;
    assertThat(text(fetched)).isEqualTo("words");
    assertThat(fetched.header("ETag")).contains("\"1\"");
    assertThat(fetched.movedTo()).isNull();
    Map<String, String> asked = peer.asked().getFirst().headers();
    assertThat(asked).containsEntry("user-agent", "Gistmill/0.1 (reads feeds)");
    assertThat(asked).doesNotContainKeys("cookie", "authorization");
  }

  @Test
  void conditionsAreSentAndAnswered() throws InterruptedException {
    // given
    peer.on("/feed", 304, Map.of("Cache-Control", "max-age=60"), new byte[0]);
    var request = new WebRequest(peer.address("/feed"), "*/*", "W/\"7\"", "yesterday");

    // when
    Answer answer = open(SHORT).get(request);

    // then
    assertThat(answer).isInstanceOf(Answer.NotModified.class);
    assertThat(peer.asked().getFirst().headers())
        .containsEntry("if-none-match", "W/\"7\"")
        .containsEntry("if-modified-since", "yesterday");
  }

  @Test
  void cookiesAreNotKept() throws InterruptedException {
    // given
    peer.on("/feed", 200, Map.of("Set-Cookie", "id=7; Path=/"), bytes("words"));
    WebClient web = open(SHORT);

    // when
    web.get(WebRequest.of(peer.address("/feed"), "*/*"));
    web.get(WebRequest.of(peer.address("/feed"), "*/*"));

    // then
    assertThat(peer.asked()).hasSize(2);
    assertThat(peer.asked().getLast().headers()).doesNotContainKey("cookie");
  }

  @ParameterizedTest
  @CsvSource({"301, true", "308, true", "302, false", "303, false", "307, false"})
  void onlySomeMovesAreForGood(int status, boolean forGood) throws InterruptedException {
    // given
    peer.redirect("/old", status, "/new").on("/new", "text/plain", "words");

    // when
    Answer answer = get(peer.address("/old"));

    // then
    Answer.Fetched fetched = (Answer.Fetched) answer;
    assertThat(fetched.address()).isEqualTo(peer.address("/new"));
    assertThat(Optional.ofNullable(fetched.movedTo()))
        .isEqualTo(forGood ? Optional.of(peer.address("/new")) : Optional.empty());
  }

  @Test
  void aMoveForGoodBehindAnotherIsNot() throws InterruptedException {
    // given
    peer.redirect("/a", 301, "/b").redirect("/b", 302, "/c").redirect("/c", 301, "/d");
    peer.on("/d", "text/plain", "words");

    // when
    Answer answer = get(peer.address("/a"));

    // then
    assertThat(((Answer.Fetched) answer).movedTo()).isEqualTo(peer.address("/b"));
  }

  @Test
  void redirectsEnd() throws InterruptedException {
    // given
    peer.redirect("/a", 302, "/a");

    // when
    Answer answer = get(peer.address("/a"));

    // then
    assertThat(reason(answer)).isEqualTo("127.0.0.1 redirects more than 5 times");
    assertThat(peer.asked()).hasSize(6);
  }

  @ParameterizedTest
  @CsvSource({
    "file:///etc/passwd, only http and https",
    "gopher://127.0.0.1/, only http and https",
    "http://ann:secret@127.0.0.1/, password",
    "http://[bad/, no web address"
  })
  void redirectsLeadOnlyWhereAddressesMay(String to, String reason) throws InterruptedException {
    // given
    peer.redirect("/a", 302, to);

    // when
    Answer answer = get(peer.address("/a"));

    // then
    assertThat(reason(answer)).contains("redirects astray").contains(reason);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:%d/secret",
        "http://localhost:%d/secret",
        "http://[::ffff:127.0.0.1]:%d/secret",
        "http://2130706433:%d/secret",
        "http://127.1:%d/secret",
        "http://0.0.0.0:%d/secret"
      })
  void theOwnMachineIsNeverAskedHoweverItIsWritten(String address) throws InterruptedException {
    // given
    peer.on("/secret", "text/plain", "secret");
    URI uri = URI.create(String.format(java.util.Locale.ROOT, address, peer.port()));
    var web = new WebClient(AddressGuard.publicOnly(), NameResolver.ofTheMachine(), SHORT);

    // when
    Answer answer = web.get(WebRequest.of(uri, "*/*"));

    // then
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    assertThat(reason(answer)).doesNotContain("secret");
    assertThat(peer.asked()).isEmpty();
  }

  /// The peer stands for a public one; its second address for the operator's own machine.
  @Test
  void aRedirectIntoTheOwnNetworkIsNotFollowed() throws InterruptedException {
    // given
    peer.redirect("/feed", 302, "http://inside.example.org:" + peer.port() + "/secret");
    peer.on("/secret", "text/plain", "secret");
    NameResolver names =
        host -> List.of(address(host.startsWith("inside") ? "127.0.0.2" : "127.0.0.1"));
    var web = new WebClient(onlyFirst(), names, SHORT);

    // when
    Answer answer = web.get(WebRequest.of(named("site.example.org", "/feed"), "*/*"));

    // then
    assertThat(reason(answer)).isEqualTo("inside.example.org: 127.0.0.2 is not fetched from: test");
    assertThat(peer.asked()).extracting(TestPeer.Asked::path).containsExactly("/feed");
  }

  /// A name that is public when checked and private a moment later.
  @Test
  void aNameThatChangesItsMeaningGainsNothing() throws InterruptedException {
    // given
    peer.redirect("/feed", 302, "/again").on("/again", "text/plain", "secret");
    Deque<String> meanings = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.2"));
    var asked = new ArrayList<String>();
    NameResolver names =
        host -> {
          asked.add(host);
          return List.of(address(meanings.removeFirst()));
        };
    var web = new WebClient(onlyFirst(), names, SHORT);

    // when
    Answer answer = web.get(WebRequest.of(named("site.example.org", "/feed"), "*/*"));

    // then
    assertThat(reason(answer)).contains("127.0.0.2 is not fetched from");
    assertThat(asked).as("once for each connection").hasSize(2);
    assertThat(peer.asked()).extracting(TestPeer.Asked::path).containsExactly("/feed");
    assertThat(peer.asked().getFirst().headers())
        .containsEntry("host", "site.example.org:" + peer.port());
  }

  @Test
  void ofSeveralAddressesOnlyAllowedOnesAreUsed() throws InterruptedException {
    // given
    peer.on("/feed", "text/plain", "words");
    NameResolver names = host -> List.of(address("127.0.0.2"), address("127.0.0.1"));
    var web = new WebClient(onlyFirst(), names, SHORT);

    // when
    Answer answer = web.get(WebRequest.of(named("site.example.org", "/feed"), "*/*"));

    // then
    assertThat(answer).isInstanceOf(Answer.Fetched.class);
  }

  @Test
  void gzipIsUnpacked() throws InterruptedException {
    // given
    peer.on("/feed", 200, Map.of("Content-Encoding", "gzip"), gzip(bytes("words ".repeat(50))));

    // when
    Answer answer = get(peer.address("/feed"));

    // then
    assertThat(text((Answer.Fetched) answer)).isEqualTo("words ".repeat(50));
  }

  @Test
  void aBombOfGzipIsNotUnpackedToItsEnd() throws InterruptedException {
    // given
    peer.on("/feed", 200, Map.of("Content-Encoding", "gzip"), gzip(new byte[50 << 20]));

    // when
    Answer answer = get(peer.address("/feed"));

    // then
    assertThat(reason(answer)).contains("unpacks to more than 100 times its size");
  }

  @Test
  void damagedGzipIsToldSo() throws InterruptedException {
    // given
    peer.on("/feed", 200, Map.of("Content-Encoding", "gzip"), bytes("not packed at all"));

    // when
    Answer answer = get(peer.address("/feed"));

    // then
    assertThat(reason(answer)).contains("is damaged");
  }

  @Test
  void anUnknownPackingIsToldSo() throws InterruptedException {
    // given
    peer.on("/feed", 200, Map.of("Content-Encoding", "br"), bytes("x"));

    // when
    Answer answer = get(peer.address("/feed"));

    // then
    assertThat(reason(answer)).contains("packed as br");
  }

  @Test
  void aBodyWithoutEndIsCutOff() throws InterruptedException {
    // given
    try (var endless = new RawPeer(WebClientTest::endlessBody)) {
      // when
      Answer answer = get(endless.address());

      // then
      assertThat(reason(answer)).contains("is larger than 1024 KiB");
    }
  }

  @Test
  void headersWithoutEndAreCutOff() throws InterruptedException {
    // given
    try (var endless = new RawPeer(WebClientTest::endlessHeaders)) {
      // when
      Answer answer = get(endless.address());

      // then
      assertThat(reason(answer)).contains("headers beyond the limit");
    }
  }

  @Test
  void aPeerThatSaysNothingIsLeftInTime() throws InterruptedException {
    // given
    var never = new CountDownLatch(1);
    try (var silent = new RawPeer(out -> never.await())) {
      // when
      Answer answer = get(silent.address());

      // then
      assertThat(reason(answer)).containsAnyOf("does not answer in time", "takes longer than 2 s");
    } finally {
      never.countDown();
    }
  }

  /// Every byte comes in time, the whole never does.
  @Test
  void aBodyThatDripsIsLeftInTime() throws InterruptedException {
    // given
    try (var dripping = new RawPeer(WebClientTest::drip)) {
      // when
      Answer answer = get(dripping.address());

      // then
      assertThat(reason(answer)).contains("takes longer than 2 s");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "404, nothing at this address, false",
    "403, does not let programs read, false",
    "410, gone for good, true",
    "429, asked too often, false",
    "503, troubles of its own, false"
  })
  void statusesAreToldInWords(int status, String words, boolean permanent)
      throws InterruptedException {
    // given
    peer.on("/feed", status, Map.of("Retry-After", "120"), new byte[0]);

    // when
    Answer.Refused refused = (Answer.Refused) get(peer.address("/feed"));

    // then
    assertThat(refused.reason()).contains("answered " + status).contains(words);
    assertThat(refused.permanent()).isEqualTo(permanent);
    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.retryAfter()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void retryAfterMayBeADate() {
    // given
    Map<String, String> headers =
        Map.of(
            "date", "Mon, 03 Mar 2025 10:00:00 GMT",
            "retry-after", "Mon, 03 Mar 2025 11:30:00 GMT");

    // when
    Duration pause = RetryAfter.of(headers);

    // then
    assertThat(pause).isEqualTo(Duration.ofMinutes(90));
  }

  @Test
  void aPeerThatIsNotThereIsToldSo() throws InterruptedException {
    // given
    URI address = peer.address("/feed");
    peer.close();

    // when
    Answer answer = get(address);

    // then
    assertThat(reason(answer)).isEqualTo("127.0.0.1 cannot be connected to");
  }

  @Test
  void anUnknownNameIsToldSo() throws InterruptedException {
    // given
    NameResolver nobody =
        host -> {
          throw new UnknownHostException(host);
        };
    var web = new WebClient(AddressGuard.publicOnly(), nobody, SHORT);

    // when
    Answer answer = web.get(WebRequest.of(URI.create("http://nobody.example.org/"), "*/*"));

    // then
    assertThat(reason(answer)).isEqualTo("no machine is known under the name nobody.example.org");
  }

  private static WebClient open(Limits limits) {
    return new WebClient(AddressGuard.withPrivate(), NameResolver.ofTheMachine(), limits);
  }

  private static Answer get(URI address) throws InterruptedException {
    try (WebClient web = open(SHORT)) {
      return web.get(WebRequest.of(address, "*/*"));
    }
  }

  private URI named(String host, String path) {
    return URI.create("http://" + host + ":" + peer.port() + path);
  }

  private static AddressGuard onlyFirst() {
    return address ->
        address.getHostAddress().equals("127.0.0.1") ? Optional.empty() : Optional.of("test");
  }

  private static InetAddress address(String literal) throws UnknownHostException {
    return InetAddress.getByName(literal);
  }

  private static String reason(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused) answer).reason();
  }

  private static String text(Answer.Fetched fetched) {
    return new String(fetched.body(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] gzip(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return packed.toByteArray();
  }

  private static void endlessBody(java.io.OutputStream out) throws IOException {
    out.write(bytes("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n"));
    while (true) {
      out.write(bytes("words ".repeat(1000)));
    }
  }

  private static void endlessHeaders(java.io.OutputStream out) throws IOException {
    out.write(bytes("HTTP/1.1 200 OK\r\n"));
    for (int i = 0; ; i++) {
      out.write(bytes("X-Filler-" + i + ": words\r\n"));
    }
  }

  private static void drip(java.io.OutputStream out) throws IOException, InterruptedException {
    out.write(bytes("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n"));
    var never = new CountDownLatch(1);
    while (!never.await(100, java.util.concurrent.TimeUnit.MILLISECONDS)) {
      out.write(' ');
      out.flush();
    }
  }
}
