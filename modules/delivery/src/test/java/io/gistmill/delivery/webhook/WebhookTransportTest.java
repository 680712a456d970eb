package io.gistmill.delivery.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.gistmill.delivery.Message;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Outcome.Reach;
import io.gistmill.delivery.Recipient;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.testsupport.peer.TestPeer;
import io.gistmill.web.AddressGuard;
import io.gistmill.web.NameResolver;
import io.gistmill.web.WebClient;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class WebhookTransportTest {

  private static final Message DIGEST = Samples.digest(3);

  private final Receiver receiver = new Receiver();

  @AfterEach
  void stop() {
    receiver.close();
  }

  @Test
  void aReceiverGetsAPostThatItsLibraryVerifies() throws Exception {
    // given
    receiver.answering(200, "thanks");
    InstantSource clock = InstantSource.system();

    // when
    Outcome outcome = send(receiver.hook(), clock);

    // then
    assertThat(outcome).isEqualTo(new Outcome.Accepted("127.0.0.1 answered 200"));
    Map<String, String> headers = receiver.asked().getFirst().headers();
    new Webhook(Samples.SECRETS.secret("wei", 1))
        .verify(
            receiver.bodies().getFirst(),
            Map.of(
                "webhook-id", List.of(DIGEST.id()),
                "webhook-timestamp", List.of(headers.getOrDefault("webhook-timestamp", "")),
                "webhook-signature", List.of(headers.getOrDefault("webhook-signature", ""))));
    assertThat(headers).containsEntry("webhook-id", DIGEST.id());
  }

  @Test
  void idAndBodyStayOverTriesAndTheTimeDoesNot() throws InterruptedException {
    // given
    receiver.answering(500, "");

    // when
    send(receiver.hook(), InstantSource.fixed(Samples.NOW));
    send(receiver.hook(), InstantSource.fixed(Samples.NOW.plusSeconds(5)));

    // then
    assertThat(receiver.bodies()).hasSize(2);
    assertThat(receiver.bodies().getFirst()).isEqualTo(receiver.bodies().getLast());
    assertThat(receiver.asked())
        .extracting(asked -> asked.headers().get("webhook-id"))
        .containsExactly(DIGEST.id(), DIGEST.id());
    assertThat(receiver.asked())
        .extracting(asked -> asked.headers().get("webhook-timestamp"))
        .containsExactly("1741190407", "1741190412");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          200, accepted, 127.0.0.1 answered 200
          201, accepted, 127.0.0.1 answered 201
          204, accepted, 127.0.0.1 answered 204
          301, message, 127.0.0.1 answered 301: redirects are not followed; give the address to which it leads
          307, message, 127.0.0.1 answered 307: redirects are not followed; give the address to which it leads
          400, message, 127.0.0.1 answered 400
          401, message, 127.0.0.1 answered 401: it does not let us post to this address
          404, message, 127.0.0.1 answered 404: there is nothing at this address
          410, suspended, 127.0.0.1 answered 410: the address is gone for good
          429, destination, 127.0.0.1 answered 429: it was asked too often
          500, message, 127.0.0.1 answered 500: it has troubles of its own
          502, destination, 127.0.0.1 answered 502: it has troubles of its own
          503, destination, 127.0.0.1 answered 503: it has troubles of its own
          504, destination, 127.0.0.1 answered 504: it has troubles of its own
          """)
  void onlyTwoHundredsAreSuccess(int status, String kind, String answer)
      throws InterruptedException {
    // given
    receiver.answering(status, Map.of("Location", "http://127.0.0.1/secret"), body -> "");

    // when
    Outcome outcome = send(receiver.hook(), InstantSource.fixed(Samples.NOW));

    // then
    assertThat(outcome.answer()).isEqualTo(answer);
    assertThat(kind(outcome)).isEqualTo(kind);
    assertThat(receiver.asked()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"429, 120, PT2M", "503, 7, PT7S", "502, 900000, PT24H", "429, soon, ", "500, 7, "})
  void aPeerThatAsksForRestGetsIt(int status, String asked, @Nullable Duration after)
      throws InterruptedException {
    // given
    receiver.answering(status, Map.of("Retry-After", asked), body -> "");

    // when
    Outcome outcome = send(receiver.hook(), InstantSource.fixed(Samples.NOW));

    // then
    assertThat(((Outcome.Deferred) outcome).after()).isEqualTo(after);
  }

  @Test
  void restMayEndAtADate() throws InterruptedException {
    // given
    String then =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            InstantSource.system().instant().plus(Duration.ofHours(1)).atOffset(ZoneOffset.UTC));
    receiver.answering(503, Map.of("Retry-After", then), body -> "");

    // when
    Outcome outcome = send(receiver.hook(), InstantSource.fixed(Samples.NOW));

    // then
    assertThat(((Outcome.Deferred) outcome).after())
        .isBetween(Duration.ofMinutes(50), Duration.ofMinutes(61));
  }

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1:%d/hook, 127.0.0.1: 127.0.0.1 is not posted to: it is this machine itself",
    "http://[::1]:%d/hook, it is this machine itself",
    "http://[::ffff:10.1.2.3]:%d/hook, it lies in a private network",
    "http://[64:ff9b::a9fe:a9fe]:%d/hook, it is the metadata service of a cloud"
  })
  void anAddressOfTheOwnNetworkIsRefusedForGood(String address, String answer)
      throws InterruptedException {
    // given
    URI uri = URI.create(String.format(Locale.ROOT, address, receiver.port()));
    receiver.answering(200, "");

    // when
    Outcome outcome;
    try (var transport =
        new WebhookTransport(
            AddressGuard.publicOnly(), Samples.SECRETS, InstantSource.fixed(Samples.NOW))) {
      outcome = transport.send(DIGEST, Samples.recipient(standard(uri)));
    }

    // then
    assertThat(outcome.answer()).endsWith(answer);
    assertThat(kind(outcome)).isEqualTo("suspended");
    assertThat(receiver.asked()).isEmpty();
  }

  /// A name that was public when its owner typed it. The peer stands for the public machine.
  @Test
  void aNameThatComesToMeanTheOwnNetworkGainsNothing() throws Exception {
    // given
    Deque<InetAddress> meanings =
        new ArrayDeque<>(
            List.of(InetAddress.getByName("127.0.0.1"), InetAddress.getByName("127.0.0.2")));
    NameResolver names = host -> List.of(meanings.removeFirst());
    AddressGuard guard =
        address ->
            address.getHostAddress().equals("127.0.0.1")
                ? Optional.empty()
                : Optional.of("it lies in a private network");
    URI hook = URI.create("http://site.example.org:" + receiver.port() + "/hook");
    receiver.answering(200, "");
    Outcome second;

    // when
    try (var transport = transport(new WebClient(guard, names, WebhookTransport.LIMITS))) {
      transport.send(DIGEST, Samples.recipient(standard(hook)));
      second = transport.send(DIGEST, Samples.recipient(standard(hook)));
    }

    // then
    assertThat(second)
        .isEqualTo(
            new Outcome.Refused(
                "site.example.org: 127.0.0.2 is not posted to: it lies in a private network",
                true));
    assertThat(receiver.asked()).extracting(TestPeer.Asked::path).containsExactly("/hook");
  }

  @Test
  void anAddressThatIsNoneIsRefused() throws InterruptedException {
    // given
    var endpoint =
        new Endpoint("ftp://site.example.org/", Endpoint.Format.STANDARD, 1, null, Samples.CUT);

    // when
    Outcome outcome = send(endpoint);

    // then
    assertThat(outcome)
        .isEqualTo(
            new Outcome.Refused(
                "the address cannot be posted to: only http and https are fetched", true));
  }

  @Test
  void aSubscriberWithoutWebhookGetsNone() throws InterruptedException {
    // given
    var transport = transport(web());

    // when
    Outcome outcome = transport.send(DIGEST, new Recipient("wei", Contact.NONE));

    // then
    assertThat(outcome).isEqualTo(new Outcome.Refused("no webhook is given", false));
  }

  @ParameterizedTest
  @CsvSource({
    "https://Site.Example.org/a/secret?b=c, site.example.org",
    "http://site.example.org:8080/, site.example.org:8080",
    "mailto:ann@example.org, ''"
  })
  void deliveriesMeetAtTheHostAndNotAtItsSecretPath(String url, String destination) {
    // given
    var endpoint = new Endpoint(url, Endpoint.Format.STANDARD, 1, null, Samples.CUT);

    // when
    String found = transport(web()).destination(Samples.recipient(endpoint));

    // then
    assertThat(found).isEqualTo(destination);
  }

  static String kind(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Accepted _ -> "accepted";
      case Outcome.Deferred deferred ->
          deferred.reach() == Reach.DESTINATION ? "destination" : "message";
      case Outcome.Refused refused -> refused.suspends() ? "suspended" : "refused";
    };
  }

  private static Outcome send(URI hook, InstantSource clock) throws InterruptedException {
    try (var transport = new WebhookTransport(web(), Samples.SECRETS, clock)) {
      return transport.send(DIGEST, Samples.recipient(standard(hook)));
    }
  }

  private static Outcome send(Endpoint endpoint) throws InterruptedException {
    try (var transport = transport(web())) {
      return transport.send(DIGEST, Samples.recipient(endpoint));
    }
  }

  private static WebhookTransport transport(WebClient web) {
    return new WebhookTransport(web, Samples.SECRETS, InstantSource.fixed(Samples.NOW));
  }

  private static WebClient web() {
    return new WebClient(
        AddressGuard.withPrivate(), NameResolver.ofTheMachine(), WebhookTransport.LIMITS);
  }

  private static Endpoint standard(URI hook) {
    return Samples.endpoint(hook, Endpoint.Format.STANDARD);
  }
}
