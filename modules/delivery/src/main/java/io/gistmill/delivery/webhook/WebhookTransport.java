package io.gistmill.delivery.webhook;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Outcome.Reach;
import io.gistmill.delivery.Recipient;
import io.gistmill.delivery.Transport;
import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.web.AddressGuard;
import io.gistmill.web.Limits;
import io.gistmill.web.NameResolver;
import io.gistmill.web.Reply;
import io.gistmill.web.WebClient;
import java.time.Duration;
import java.time.InstantSource;

/// Posts messages to webhooks.
///
/// 1. The machine that is connected to is checked in every try; redirects are not followed.
/// 2. A try ends within 20 s, and reads no more than 64 KiB of the answer.
/// 3. Only an answer of 2xx counts as taken; chat services say in its body whether they took it.
///
/// Several tries of one message carry the same `webhook-id` and the same body.
public final class WebhookTransport implements Transport {

  /// What one try may take.
  public static final Limits LIMITS =
      new Limits(Duration.ofSeconds(10), Duration.ofSeconds(20), 64 << 10, 100, 0);

  private final WebClient web;
  private final InstantSource clock;
  private final PostFormats formats;

  /// @param guard which machines may be posted to
  public WebhookTransport(AddressGuard guard, WebhookSecrets secrets, InstantSource clock) {
    this(new WebClient(guard, NameResolver.ofTheMachine(), LIMITS), secrets, clock);
  }

  /// @param web closed with this
  public WebhookTransport(WebClient web, WebhookSecrets secrets, InstantSource clock) {
    this.web = web;
    this.clock = clock;
    this.formats = new PostFormats(new StandardFormat(new Signatures(secrets)));
  }

  @Override
  public String destination(Recipient to) {
    Endpoint endpoint = to.contact().endpoint();
    try {
      return endpoint == null
          ? ""
          : HookAddress.parse(endpoint.url(), endpoint.format()).destination();
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  @Override
  public Outcome send(Message message, Recipient to) throws InterruptedException {
    Endpoint endpoint = to.contact().endpoint();
    if (endpoint == null) {
      return new Outcome.Refused("no webhook is given", false);
    }
    try {
      HookAddress address = HookAddress.parse(endpoint.url(), endpoint.format());
      return post(new Dispatch(message, to.subscriber(), endpoint, address, clock.instant()));
    } catch (IllegalArgumentException e) {
      return new Outcome.Refused("the address cannot be posted to: " + e.getMessage(), true);
    }
  }

  private Outcome post(Dispatch dispatch) throws InterruptedException {
    PostFormat format = formats.of(dispatch.endpoint().format());
    return switch (web.post(format.post(dispatch))) {
      case Reply.Answered answered -> format.outcome(answered, dispatch.address().uri().getHost());
      case Reply.Forbidden forbidden -> new Outcome.Refused(line(forbidden.reason()), true);
      case Reply.Failed failed ->
          new Outcome.Deferred(
              line(failed.reason()), null, failed.connected() ? Reach.MESSAGE : Reach.DESTINATION);
    };
  }

  private static String line(String reason) {
    return Words.cut(Words.oneLine(reason), 300);
  }

  @Override
  public void close() {
    web.close();
  }
}
