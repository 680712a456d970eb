package io.gistmill.delivery.mail.rate;

import io.gistmill.delivery.Message;
import io.gistmill.delivery.Outcome;
import io.gistmill.delivery.Outcome.Deferred;
import io.gistmill.delivery.Outcome.Reach;
import io.gistmill.delivery.Recipient;
import io.gistmill.delivery.Transport;
import io.gistmill.delivery.mail.rate.SendingRates.Brake;
import io.gistmill.domain.BounceKind;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Counts what a transport of mails achieves, and holds mails back from domains with the brake on.
public final class BrakedTransport implements Transport {

  private final Transport inner;
  private final SendingRates rates;
  private final InstantSource clock;

  public BrakedTransport(Transport inner, SendingRates rates, InstantSource clock) {
    this.inner = inner;
    this.rates = rates;
    this.clock = clock;
  }

  @Override
  public String destination(Recipient to) {
    return inner.destination(to);
  }

  @Override
  public Outcome send(Message message, Recipient to) throws InterruptedException {
    String domain = destination(to);
    Instant now = clock.instant();
    var brake = rates.brake(domain, now);
    return brake.isPresent() ? held(brake.get(), now) : counted(domain, inner.send(message, to));
  }

  /// How each answer begins that says of a mail that it was held back.
  public static String heldBack(String domain) {
    return "mails to " + domain + " are held back";
  }

  private static Outcome held(Brake brake, Instant now) {
    return new Deferred(
        heldBack(brake.domain()) + ": " + brake.reason(),
        Duration.between(now, brake.until()),
        Reach.DESTINATION);
  }

  private Outcome counted(String domain, Outcome outcome) {
    switch (outcome) {
      case Outcome.Accepted _ -> rates.accepted(domain, clock.instant());
      case Outcome.Refused refused when refused.suspends() ->
          rates.refused(domain, clock.instant());
      case Outcome.Refused _, Deferred _ -> {
        // Says nothing about the address.
      }
    }
    return outcome;
  }

  @Override
  public void returned(Recipient to, BounceKind kind, Duration after) {
    rates.returned(destination(to), kind, after, clock.instant());
    inner.returned(to, kind, after);
  }

  @Override
  public void close() {
    inner.close();
  }
}
