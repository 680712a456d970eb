package io.gistmill.gateway.subscribe;

import io.gistmill.contracts.Json;
import io.gistmill.delivery.link.Opened;
import io.gistmill.delivery.link.Owner;
import io.gistmill.delivery.link.Purpose;
import io.gistmill.delivery.link.SignedLinks;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.gateway.model.SubscriptionWriter;
import io.gistmill.gateway.store.SentDigest;
import io.gistmill.gateway.store.Subscribers;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import tools.jackson.core.JacksonException;

/// What owners see and change of what is theirs. Whoever calls has seen to it that the subscriber
/// is the owner, or that the operator asks. Safe for all threads.
public final class Owners {

  private static final String FORMAT = "gistmill-subscriber/1";

  private final Subscribers people;
  private final SubscriptionWriter writer;
  private final SignedLinks links;
  private final SignUps signUps;
  private final SignUpReader reader;
  private final EndpointSecrets secrets;
  private final InstantSource clock;

  Owners(
      Subscribers people,
      SubscriptionWriter writer,
      SignedLinks links,
      SignUps signUps,
      SignUpReader reader,
      EndpointSecrets secrets,
      InstantSource clock) {
    this.people = people;
    this.writer = writer;
    this.links = links;
    this.signUps = signUps;
    this.reader = reader;
    this.secrets = secrets;
    this.clock = clock;
  }

  public Subscribers people() {
    return people;
  }

  /// Looks into an owner's token.
  public Opened open(Purpose purpose, String token) {
    return links.open(purpose, token, clock.instant());
  }

  /// A new link to the owner's page.
  public URI link(String subscriber) {
    return links.manage(subscriber, null, clock.instant());
  }

  /// The token of such a link alone.
  public String token(String subscriber) {
    return links.token(Purpose.MANAGE, new Owner(subscriber, null).payload(), clock.instant());
  }

  /// @throws UnknownOwnerException when nothing is known about the subscriber
  public Subscribed find(String subscriber) {
    return people.find(subscriber).orElseThrow(UnknownOwnerException::new);
  }

  public Optional<Subscription> find(String subscriber, String id) {
    return people.find(subscriber).flatMap(owner -> OwnerChanges.find(owner, id));
  }

  private Subscribed change(String subscriber, UnaryOperator<Subscribed> change)
      throws InterruptedException {
    return writer
        .change(subscriber, present -> present.map(change))
        .orElseThrow(UnknownOwnerException::new);
  }

  private Subscribed changeOne(String subscriber, String id, UnaryOperator<Subscription> change)
      throws InterruptedException {
    return change(subscriber, owner -> OwnerChanges.change(owner, id, change));
  }

  /// Changes what is wanted, and the ways by which it goes.
  ///
  /// @param given fields that are left out stay as they are
  public void change(String subscriber, String id, Fields given, Mistakes mistakes)
      throws InterruptedException {
    Subscribed present = find(subscriber);
    Subscription before = OwnerChanges.find(present, id).orElseThrow(UnknownOwnerException::new);
    reader.change(given, Wish.of(before), mistakes);
    Channels.read(given, present.contact(), before.channels(), mistakes);
    if (mistakes.isEmpty()) {
      change(subscriber, owner -> OwnerChanges.change(owner, id, each -> over(owner, each, given)));
    }
  }

  /// Over what is there when it is written, which may be newer than what was looked at.
  private Subscription over(Subscribed owner, Subscription each, Fields given) {
    var checked = new Mistakes();
    return reader
        .change(given, Wish.of(each), checked)
        .over(each)
        .by(Channels.read(given, owner.contact(), each.channels(), checked));
  }

  /// Another subscription of somebody who has one.
  ///
  /// @return its id
  public String add(String subscriber, Fields given, Wish base, Mistakes mistakes)
      throws InterruptedException {
    Contact contact = find(subscriber).contact();
    Wish wish = reader.change(given, base, mistakes);
    List<Channel> ways = Channels.read(given, contact, OwnerChanges.ways(contact), mistakes);
    String id = SubscriberIds.subscription(subscriber, clock.instant());
    if (mistakes.isEmpty()) {
      change(subscriber, owner -> OwnerChanges.put(roomy(owner), wish.as(id, subscriber, ways)));
    }
    return id;
  }

  private static Subscribed roomy(Subscribed owner) {
    if (owner.subscriptions().size() >= SignUps.MOST_SUBSCRIPTIONS) {
      throw new TooManyException();
    }
    return owner;
  }

  public void pause(String subscriber, String id, boolean paused) throws InterruptedException {
    changeOne(subscriber, id, each -> OwnerChanges.paused(each, paused));
  }

  /// Reads what shall be muted; empty when nothing is named.
  public static Optional<Mute> mute(Fields given) {
    return Mute.of(given);
  }

  public void mute(String subscriber, String id, Mute mute, boolean muted)
      throws InterruptedException {
    changeOne(subscriber, id, each -> OwnerChanges.muted(each, mute, muted));
  }

  /// Ends one subscription; again does nothing, and so does a subscriber whom nobody knows.
  public void end(String subscriber, String id) throws InterruptedException {
    writer.change(subscriber, present -> present.map(owner -> OwnerChanges.end(owner, id)));
  }

  public void forget(String subscriber) throws InterruptedException {
    if (people.find(subscriber).isPresent()) {
      writer.forget(subscriber);
    }
  }

  /// Sends a letter to an address, which counts once it is confirmed.
  public void newMailbox(String subscriber, Fields given, Mistakes mistakes) {
    String email = SignUpReader.email(given, mistakes);
    if (email == null) {
      mistakes.add("email", "Write an address such as you@example.com.");
    } else if (people
        .byAddress(email)
        .map(Subscribed::subscriber)
        .filter(other -> !other.equals(subscriber))
        .isEmpty()) {
      signUps.writeTo(subscriber, email);
    }
  }

  /// Puts a webhook in place of the one before, once it has met its challenge.
  public void newEndpoint(String subscriber, Fields given, Mistakes mistakes)
      throws InterruptedException {
    SignUp.Webhook webhook = SignUpReader.webhook(given, mistakes);
    if (webhook == null) {
      mistakes.add("webhook", "Write an address such as https://example.com/hook.");
    }
    if (webhook == null || !mistakes.isEmpty()) {
      return;
    }
    switch (signUps.prove(subscriber, webhook, null)) {
      case EndpointProof.Proof.Failed(var reason) -> mistakes.add("webhook", reason);
      case EndpointProof.Proof.Met _ ->
          change(
              subscriber,
              owner -> with(owner, signUps.endpoint(owner.contact().endpoint(), webhook)));
    }
  }

  private static Subscribed with(Subscribed owner, Endpoint endpoint) {
    return OwnerChanges.withContact(owner, new Contact(owner.contact().mailbox(), endpoint));
  }

  /// Takes one of two ways away.
  public void leave(String subscriber, Channel channel) throws InterruptedException {
    change(
        subscriber,
        owner -> {
          Contact before = owner.contact();
          var after =
              new Contact(
                  channel == Channel.EMAIL ? null : before.mailbox(),
                  channel == Channel.WEBHOOK ? null : before.endpoint());
          return OwnerChanges.ways(after).isEmpty()
              ? owner
              : OwnerChanges.withContact(owner, after);
        });
  }

  public void rotate(String subscriber) throws InterruptedException {
    Instant now = clock.instant();
    change(subscriber, owner -> OwnerChanges.rotated(owner, now));
  }

  /// By which the subscriber's webhooks are signed; empty without webhook.
  public Optional<EndpointKeys> keys(String subscriber) {
    Endpoint endpoint = find(subscriber).contact().endpoint();
    return endpoint == null
        ? Optional.empty()
        : Optional.of(secrets.keys(subscriber, endpoint.generation()));
  }

  /// Everything that is held about a subscriber, as JSON.
  public String export(String subscriber) {
    var all = new LinkedHashMap<String, Object>();
    all.put("format", FORMAT);
    all.put("exported", clock.instant());
    all.put("subscriber", Json.MAPPER.valueToTree(find(subscriber)));
    all.put("suspensions", people.suspensions(subscriber));
    all.put("digests", people.sentTo(subscriber).stream().map(Owners::exported).toList());
    return Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  private static Map<String, Object> exported(SentDigest digest) {
    var one = new LinkedHashMap<String, Object>();
    one.put("digest", digest.id());
    one.put("subscription", digest.subscription());
    one.put("cut", digest.cut());
    one.put("stories", digest.stories());
    one.put("deliveries", digest.deliveries());
    return one;
  }

  /// The subscriber in an export; empty, with a mistake, when there is none.
  public static Optional<Subscribed> imported(String json, Mistakes mistakes) {
    try {
      var export = Json.MAPPER.readTree(json);
      if (export != null && export.path("format").asString("").equals(FORMAT)) {
        Optional<Subscribed> subscriber =
            Optional.ofNullable(
                Json.MAPPER.treeToValue(export.path("subscriber"), Subscribed.class));
        if (subscriber.isPresent()) {
          return subscriber;
        }
      }
    } catch (JacksonException | IllegalArgumentException e) {
      // Told below, as anything else that is no export.
    }
    mistakes.add(
        "import", "This is no export of a subscriber; give the whole file as it was saved.");
    return Optional.empty();
  }

  /// Puts the subscriptions of an export in place of those that are there. Addresses stay: they
  /// count only where they were confirmed.
  public void replace(String subscriber, Subscribed wanted, Mistakes mistakes)
      throws InterruptedException {
    check(wanted, mistakes);
    if (mistakes.isEmpty()) {
      change(
          subscriber,
          owner ->
              new Subscribed(subscriber, owned(wanted.subscriptions(), owner), owner.contact()));
    }
  }

  /// Whether the subscriptions of an export can be taken in. Topics and zones that are no longer
  /// listed may stay.
  ///
  /// @throws TooManyException when there are too many
  void check(Subscribed wanted, Mistakes mistakes) {
    for (Subscription each : wanted.subscriptions()) {
      reader.change(Fields.of(Wish.of(each)), Wish.of(each), mistakes);
    }
    if (wanted.subscriptions().stream().map(each -> end(each.id())).distinct().count()
        < wanted.subscriptions().size()) {
      mistakes.add(
          "import", "Two of its subscriptions have one id; give the file as it was saved.");
    }
    if (wanted.subscriptions().size() > SignUps.MOST_SUBSCRIPTIONS) {
      throw new TooManyException();
    }
  }

  private static String end(String id) {
    return id.substring(id.lastIndexOf('.') + 1);
  }

  /// With ids of this subscriber, since those of others belong to others.
  private static List<Subscription> owned(List<Subscription> wanted, Subscribed owner) {
    List<Channel> ways = OwnerChanges.ways(owner.contact());
    var all = new ArrayList<Subscription>();
    for (Subscription each : wanted) {
      var kept = new TreeSet<>(each.channels());
      kept.retainAll(ways);
      all.add(
          new Subscription(
              owner.subscriber() + "." + end(each.id()),
              owner.subscriber(),
              each.route(),
              each.cadence(),
              each.zone(),
              each.maxItems(),
              each.selection(),
              each.preferences(),
              kept.isEmpty() ? ways : List.copyOf(kept)));
    }
    return all;
  }
}
