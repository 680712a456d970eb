package io.gistmill.gateway.subscribe;

import io.gistmill.delivery.MasterKey;
import io.gistmill.delivery.link.Opened;
import io.gistmill.delivery.link.Purpose;
import io.gistmill.delivery.link.SignedLinks;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.domain.Contact.Mailbox;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.gateway.model.SubscriptionWriter;
import io.gistmill.gateway.store.Subscribers;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From a wish to a subscription. Of somebody who has not confirmed, nothing is stored: all of it
/// travels in the link. Safe for all threads.
public final class SignUps {

  static final int MOST_SUBSCRIPTIONS = 50;

  private static final Duration DAY = Duration.ofDays(1);
  private static final int LETTERS_A_DAY = 6;

  private final Subscribers people;
  private final SubscriptionWriter writer;
  private final SignedLinks links;
  private final SubscriberIds ids;
  private final LetterTexts texts;
  private final EndpointProof proof;
  private final Postman postman;
  private final InstantSource clock;
  private final RateLimits perAddress = new RateLimits(LETTERS_A_DAY, DAY, System::nanoTime);

  SignUps(
      Subscribers people,
      SubscriptionWriter writer,
      SignedLinks links,
      MasterKey key,
      EndpointProof proof,
      Postman postman,
      InstantSource clock) {
    this.people = people;
    this.writer = writer;
    this.links = links;
    this.ids = new SubscriberIds(key);
    this.texts = new LetterTexts(key);
    this.proof = proof;
    this.postman = postman;
    this.clock = clock;
  }

  /// What became of a request. Says nothing about whether an address was known before.
  public sealed interface Asked {

    /// A letter is on its way to the address, if it is not one too many for a day.
    record Waiting() implements Asked {}

    /// The webhook has met its challenge, and digests will come.
    record Done() implements Asked {}

    /// @param words why it cannot be, and how to mend it
    record Failed(String words) implements Asked {}
  }

  public Asked ask(SignUp signUp) throws InterruptedException {
    String subscriber = subscriber(signUp);
    SignUp.Webhook webhook = signUp.webhook();
    if (!perAddress.ask(subscriber).isZero()) {
      return signUp.email() == null
          ? new Asked.Failed("This webhook was asked too often today; try again tomorrow.")
          : new Asked.Waiting();
    }
    if (webhook == null) {
      return write(signUp);
    }
    URI manage = signUp.email() == null ? onlyWay(subscriber, signUp.at()) : null;
    return switch (prove(subscriber, webhook, manage)) {
      case EndpointProof.Proof.Failed(var reason) -> new Asked.Failed(reason);
      case EndpointProof.Proof.Met _ -> proven(signUp, webhook);
    };
  }

  private Asked proven(SignUp signUp, SignUp.Webhook webhook) throws InterruptedException {
    var proven = new SignUp.Webhook(webhook.url(), webhook.format(), clock.instant());
    var all = new SignUp(signUp.at(), signUp.email(), proven, signUp.wish());
    if (all.email() != null) {
      return write(all);
    }
    store(all);
    return new Asked.Done();
  }

  private Asked write(SignUp signUp) {
    String email = Objects.requireNonNull(signUp.email());
    SignUp.Webhook webhook = signUp.webhook();
    String host = webhook == null ? null : URI.create(webhook.url()).getHost();
    URI link = links.confirm(new Confirmation(signUp, null).json(), signUp.at());
    if (link.toString().length() > SignedLinks.LONGEST) {
      return new Asked.Failed("This is too much for one subscription; leave some of it out.");
    }
    postman.send(texts.confirmSignUp(email, signUp.wish(), host, link, signUp.at()));
    return new Asked.Waiting();
  }

  /// Asks an endpoint with the secret that it has, or is going to have.
  EndpointProof.Proof prove(String subscriber, SignUp.Webhook webhook, @Nullable URI manage)
      throws InterruptedException {
    Endpoint before =
        people.find(subscriber).map(Subscribed::contact).map(Contact::endpoint).orElse(null);
    return proof.prove(
        new EndpointProof.Invitation(
            subscriber, webhook.url(), webhook.format(), generation(before, webhook), manage));
  }

  /// A letter to another address of somebody, or again to the same.
  void writeTo(String subscriber, String email) {
    Instant now = clock.instant();
    if (perAddress.ask("address " + email.toLowerCase(Locale.ROOT)).isZero()) {
      var mailbox = new Confirmation.NewMailbox(subscriber, email, now);
      URI link = links.confirm(new Confirmation(null, mailbox).json(), now);
      postman.send(texts.confirmAddress(email, link, now));
    }
  }

  /// A letter with the owner's link, if anybody is reached there.
  ///
  /// @param text an address of e-mail, or of a webhook
  public void sendLink(String text) throws InterruptedException {
    Instant now = clock.instant();
    Optional<String> email = Addresses.email(text);
    Optional<String> url = email.isPresent() ? Optional.empty() : Addresses.url(text);
    String to = email.map(it -> it.toLowerCase(Locale.ROOT)).or(() -> url).orElse("");
    if (to.isEmpty() || !perAddress.ask("link " + to).isZero()) {
      return;
    }
    email
        .flatMap(people::byAddress)
        .map(Subscribed::contact)
        .map(Contact::mailbox)
        .ifPresent(mailbox -> postman.send(link(mailbox, now)));
    if (url.isPresent()) {
      sendLinkTo(ofEndpoint(url.get()), now);
    }
  }

  private Letter link(Mailbox mailbox, Instant now) {
    String subscriber =
        people.byAddress(mailbox.address()).map(Subscribed::subscriber).orElseThrow();
    return texts.link(mailbox.address(), links.manage(subscriber, null, now), now);
  }

  private void sendLinkTo(String subscriber, Instant now) throws InterruptedException {
    Endpoint endpoint =
        people.find(subscriber).map(Subscribed::contact).map(Contact::endpoint).orElse(null);
    if (endpoint != null) {
      URI manage = onlyWay(subscriber, now);
      var webhook = new SignUp.Webhook(endpoint.url(), endpoint.format(), null);
      var ignored = prove(subscriber, webhook, manage);
    }
  }

  /// Looks into a link for confirming, and changes nothing.
  public Opened open(String token) {
    return links.open(Purpose.CONFIRM, token, clock.instant());
  }

  /// Does what a link says; again does nothing more.
  ///
  /// @return whose it is
  public Subscribed confirm(Opened.Valid token) throws InterruptedException {
    var confirmation = Confirmation.of(token.payload());
    SignUp signUp = confirmation.signUp();
    return signUp != null ? store(signUp) : store(Objects.requireNonNull(confirmation.mailbox()));
  }

  /// Without a question to anybody, for the operator, who answers for it.
  ///
  /// @return what the owner has now
  public Subscribed store(SignUp signUp) throws InterruptedException {
    String subscriber = subscriber(signUp);
    return writer
        .change(subscriber, present -> Optional.of(joined(signUp, subscriber, present)))
        .orElseThrow();
  }

  /// Makes somebody known by an export, without subscriptions yet.
  ///
  /// @return who that is here
  String restore(Contact contact) throws InterruptedException {
    Mailbox mailbox = contact.mailbox();
    Endpoint endpoint = contact.endpoint();
    String subscriber =
        mailbox == null
            ? ofEndpoint(Objects.requireNonNull(endpoint).url())
            : subscriber(mailbox.address());
    writer.change(
        subscriber,
        present ->
            Optional.of(
                OwnerChanges.withContact(
                    present.orElseGet(() -> new Subscribed(subscriber, List.of(), contact)),
                    contact)));
    return subscriber;
  }

  private Subscribed joined(SignUp signUp, String subscriber, Optional<Subscribed> present) {
    Subscribed before =
        present.orElseGet(() -> new Subscribed(subscriber, List.of(), Contact.NONE));
    String id = SubscriberIds.subscription(subscriber, signUp.at());
    if (OwnerChanges.find(before, id).isPresent()) {
      return before;
    }
    if (before.subscriptions().size() >= MOST_SUBSCRIPTIONS) {
      throw new TooManyException();
    }
    Contact contact = contact(before.contact(), signUp);
    Subscription added =
        signUp.wish().as(id, subscriber, OwnerChanges.ways(contact(Contact.NONE, signUp)));
    return OwnerChanges.put(OwnerChanges.withContact(before, contact), added);
  }

  private Contact contact(Contact before, SignUp signUp) {
    String email = signUp.email();
    SignUp.Webhook webhook = signUp.webhook();
    return new Contact(
        email == null ? before.mailbox() : new Mailbox(email, clock.instant()),
        webhook == null ? before.endpoint() : endpoint(before.endpoint(), webhook));
  }

  /// @throws UnknownOwnerException when the link has been overtaken: its owner has confirmed
  ///   another address since, or the address has become somebody else's
  private Subscribed store(Confirmation.NewMailbox mailbox) throws InterruptedException {
    return writer
        .change(mailbox.subscriber(), present -> present.map(owner -> with(owner, mailbox)))
        .filter(owner -> isAt(owner, mailbox.email()))
        .orElseThrow(UnknownOwnerException::new);
  }

  private static boolean isAt(Subscribed owner, String email) {
    Mailbox now = owner.contact().mailbox();
    return now != null && now.address().equals(email);
  }

  /// Whatever was confirmed later than the link was made holds, be it by this link or another.
  private Subscribed with(Subscribed owner, Confirmation.NewMailbox mailbox) {
    Mailbox before = owner.contact().mailbox();
    boolean overtaken = before != null && before.confirmed().isAfter(mailbox.at());
    boolean taken =
        people
            .byAddress(mailbox.email())
            .filter(other -> !other.subscriber().equals(owner.subscriber()))
            .isPresent();
    return overtaken || taken
        ? owner
        : OwnerChanges.withContact(
            owner,
            new Contact(new Mailbox(mailbox.email(), clock.instant()), owner.contact().endpoint()));
  }

  Endpoint endpoint(@Nullable Endpoint before, SignUp.Webhook webhook) {
    Instant proven = webhook.proven();
    return new Endpoint(
        webhook.url(),
        webhook.format(),
        generation(before, webhook),
        before != null && before.url().equals(webhook.url()) ? before.rotated() : null,
        proven == null ? clock.instant() : proven);
  }

  /// Another endpoint gets another secret.
  private static int generation(@Nullable Endpoint before, SignUp.Webhook webhook) {
    if (before == null) {
      return 1;
    }
    return before.url().equals(webhook.url()) ? before.generation() : before.generation() + 1;
  }

  /// Who is reached by e-mail is known by that; who is not, by the webhook.
  private String subscriber(SignUp signUp) {
    String email = signUp.email();
    return email == null
        ? ofEndpoint(Objects.requireNonNull(signUp.webhook()).url())
        : subscriber(email);
  }

  private String subscriber(String email) {
    return people.byAddress(email).map(Subscribed::subscriber).orElseGet(() -> unused(email));
  }

  /// Nobody has the address now: a name derived from it may still be that of one who moved away.
  private String unused(String email) {
    String id = ids.ofMailbox(email);
    for (int number = 2; people.find(id).isPresent(); number++) {
      id = ids.ofMailbox(email + " " + number);
    }
    return id;
  }

  private String ofEndpoint(String url) {
    String id = ids.ofEndpoint(url);
    for (int number = 2; isOfAnother(id, url); number++) {
      id = ids.ofEndpoint(url + " " + number);
    }
    return id;
  }

  /// Whether somebody has the name who was known by this webhook and no longer is.
  private boolean isOfAnother(String id, String url) {
    return people
        .find(id)
        .map(Subscribed::contact)
        .filter(contact -> contact.endpoint() == null || !contact.endpoint().url().equals(url))
        .isPresent();
  }

  /// For an owner who has no other way: whoever reads a mailbox gets the link there.
  private @Nullable URI onlyWay(String subscriber, Instant now) {
    boolean mailbox =
        people.find(subscriber).map(Subscribed::contact).map(Contact::mailbox).isPresent();
    return mailbox ? null : links.manage(subscriber, null, now);
  }
}
