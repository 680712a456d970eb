package io.gistmill.delivery.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Recipient;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.web.AddressGuard;
import io.gistmill.web.NameResolver;
import io.gistmill.web.Reply;
import io.gistmill.web.WebClient;
import java.net.URI;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/// Asks an endpoint whether it wants digests, before any goes there.
///
/// A receiver of Standard Webhooks gets a signed post
/// `{"type":"webhook.challenge","challenge":"..."}` and answers 2xx with that very challenge, as
/// text or as the field `challenge` of an object. A room of a chat service gets a message that it
/// will have digests; an answer of that service is enough, since nobody but the room's own people
/// can have its address.
public final class WebhookChallenge implements AutoCloseable {

  private final WebClient web;
  private final WebhookTransport transport;
  private final StandardFormat format;
  private final InstantSource clock;
  private final RandomGenerator random;

  /// @param guard which machines may be posted to
  /// @param random of secrets
  public WebhookChallenge(
      AddressGuard guard, WebhookSecrets secrets, InstantSource clock, RandomGenerator random) {
    this(
        new WebClient(guard, NameResolver.ofTheMachine(), WebhookTransport.LIMITS),
        secrets,
        clock,
        random);
  }

  /// @param web closed with this
  public WebhookChallenge(
      WebClient web, WebhookSecrets secrets, InstantSource clock, RandomGenerator random) {
    this.web = web;
    this.transport = new WebhookTransport(web, secrets, clock);
    this.format = new StandardFormat(new Signatures(secrets));
    this.clock = clock;
    this.random = random;
  }

  /// What came of it.
  public sealed interface Result {

    record Met() implements Result {}

    /// @param reason one line
    /// @param mend what its owner can do
    record Missed(String reason, String mend) implements Result {}
  }

  /// @param manage the page of the one who signs up, which goes along; null when it should not
  /// @param language of that person, as BCP 47 has it
  /// @throws InterruptedException when the process ends
  public Result ask(String subscriber, Endpoint endpoint, @Nullable URI manage, String language)
      throws InterruptedException {
    try {
      HookAddress address = HookAddress.parse(endpoint.url(), endpoint.format());
      String challenge = challenge();
      Message greeting = Greeting.of(challenge, manage, language);
      var dispatch = new Dispatch(greeting, subscriber, endpoint, address, clock.instant());
      return endpoint.format() == Endpoint.Format.STANDARD
          ? echoed(dispatch, challenge, manage)
          : greeted(dispatch);
    } catch (IllegalArgumentException e) {
      return new Result.Missed("the address cannot be posted to: " + e.getMessage(), Mend.WHOLE);
    }
  }

  private String challenge() {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private Result echoed(Dispatch dispatch, String challenge, @Nullable URI manage)
      throws InterruptedException {
    ObjectNode question = Trees.object().put("type", "webhook.challenge");
    question.put("challenge", challenge);
    if (manage != null) {
      question.put("manage", manage.toString());
    }
    String payload = Trees.text(question);
    Reply reply = web.post(format.signed(dispatch, dispatch.message().id(), payload));
    String host = dispatch.address().uri().getHost();
    return switch (reply) {
      case Reply.Answered answered -> judged(answered, challenge, host);
      case Reply.Forbidden forbidden -> missed(forbidden.reason(), Mend.PUBLIC);
      case Reply.Failed failed -> missed(failed.reason(), Mend.REACHABLE);
    };
  }

  private Result judged(Reply.Answered answered, String challenge, String host) {
    if (!Statuses.isSuccess(answered)) {
      return missed(format.outcome(answered, host).answer(), Mend.ECHO);
    }
    return echoes(answered.body(), challenge)
        ? new Result.Met()
        : missed(host + " answered without the challenge", Mend.ECHO);
  }

  private static boolean echoes(byte[] body, String challenge) {
    return new String(body, UTF_8).strip().equals(challenge)
        || Trees.parse(body)
            .map(object -> object.path("challenge").asString("").equals(challenge))
            .orElse(false);
  }

  private Result greeted(Dispatch dispatch) throws InterruptedException {
    var contact = new Contact(null, dispatch.endpoint());
    var to = new Recipient(dispatch.subscriber(), contact);
    return switch (transport.send(dispatch.message(), to)) {
      case Outcome.Accepted _ -> new Result.Met();
      case Outcome.Deferred deferred -> missed(deferred.answer(), Mend.ROOM);
      case Outcome.Refused refused -> missed(refused.answer(), Mend.ROOM);
    };
  }

  private static Result missed(String reason, String mend) {
    return new Result.Missed(Words.cut(Words.oneLine(reason), 300), mend);
  }

  @Override
  public void close() {
    transport.close();
  }

  private static final class Mend {
    private static final String WHOLE = "write the whole address, as https://example.org/hook";
    private static final String PUBLIC = "give an address on the public internet";
    private static final String REACHABLE = "see that it answers within 20 s, then try again";
    private static final String ECHO =
        "answer the post of type webhook.challenge by 200 and the text in its field challenge";
    private static final String ROOM =
        "copy the whole address from the settings of the room's webhook, and choose its service";
  }
}
