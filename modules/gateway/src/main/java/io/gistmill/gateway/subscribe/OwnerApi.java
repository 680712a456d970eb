package io.gistmill.gateway.subscribe;

import io.gistmill.contracts.Json;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.gateway.model.WriteException;
import io.gistmill.runtime.http.ApiToken;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.http.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Subscriptions over HTTP: for owners, who show the token of their link, for the operator, and for
/// anybody who wants to subscribe.
public final class OwnerApi implements HttpRoutes {

  /// Paths below which this class asks for the token itself.
  public static final List<String> PATHS = List.of("/api/subscriptions", "/api/subscribers");

  private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
  private static final int PAGE = 200;
  private static final int MOST_DIGESTS = 100;

  private final Owners owners;
  private final SignUps signUps;
  private final SignUpReader reader;
  private final SignUpLimit limit;
  private final ApiToken operator;
  private final InstantSource clock;

  OwnerApi(
      Owners owners,
      SignUps signUps,
      SignUpReader reader,
      SignUpLimit limit,
      ApiToken operator,
      InstantSource clock) {
    this.owners = owners;
    this.signUps = signUps;
    this.reader = reader;
    this.limit = limit;
    this.operator = operator;
    this.clock = clock;
  }

  @FunctionalInterface
  private interface Handling {
    void handle(Context context) throws InterruptedException;
  }

  @Override
  public void addTo(RoutesConfig routes) {
    add(routes, HandlerType.POST, "/api/subscriptions", this::signUp);
    add(routes, HandlerType.GET, "/api/subscriptions", this::list);
    add(routes, HandlerType.GET, "/api/subscriptions/{id}", this::show);
    add(routes, HandlerType.PATCH, "/api/subscriptions/{id}", this::change);
    add(routes, HandlerType.DELETE, "/api/subscriptions/{id}", this::end);
    add(routes, HandlerType.POST, "/api/subscriptions/{id}/pause", it -> pause(it, true));
    add(routes, HandlerType.POST, "/api/subscriptions/{id}/resume", it -> pause(it, false));
    add(routes, HandlerType.POST, "/api/subscriptions/{id}/mutes", it -> mute(it, true));
    add(routes, HandlerType.POST, "/api/subscriptions/{id}/unmutes", it -> mute(it, false));
    add(routes, HandlerType.GET, "/api/subscriptions/{id}/deliveries", this::deliveries);
    add(routes, HandlerType.POST, "/api/subscribers", this::restore);
    add(routes, HandlerType.GET, "/api/subscribers/{id}", this::export);
    add(routes, HandlerType.PUT, "/api/subscribers/{id}", this::replace);
    add(routes, HandlerType.DELETE, "/api/subscribers/{id}", this::forget);
    add(routes, HandlerType.POST, "/api/subscribers/{id}/link", this::link);
    add(routes, HandlerType.GET, "/api/subscribers/{id}/secret", this::secret);
    add(routes, HandlerType.POST, "/api/subscribers/{id}/secret", this::rotate);
  }

  private static void add(RoutesConfig routes, HandlerType method, String path, Handling handling) {
    routes.addHttpHandler(method, path, context -> guarded(context, handling));
  }

  private static void guarded(Context context, Handling handling) throws InterruptedException {
    context.header("Cache-Control", "no-store");
    try {
      handling.handle(context);
    } catch (WriteException e) {
      throw Refusal.later(
          HttpStatus.SERVICE_UNAVAILABLE,
          String.valueOf(e.getMessage()),
          "send the same again",
          RETRY_AFTER);
    } catch (UnknownOwnerException e) {
      throw unknown();
    } catch (TooManyException e) {
      throw new Refusal(
          HttpStatus.CONFLICT, String.valueOf(e.getMessage()), "DELETE /api/subscriptions/{id}");
    }
  }

  private static Refusal unknown() {
    return new Refusal(
        HttpStatus.NOT_FOUND,
        "there is no such subscription or subscriber, or it is not yours",
        "GET /api/subscriptions lists what there is for your token");
  }

  private static void answer(Context context, HttpStatus status, Object body) {
    context
        .status(status)
        .contentType("application/json")
        .result(Json.MAPPER.writeValueAsBytes(body));
  }

  private static void require(Mistakes mistakes) {
    if (!mistakes.isEmpty()) {
      throw Refusal.unreadable(sentence(mistakes.named()), "mend it and send it again");
    }
  }

  /// Without the dot at its end, since the mend goes on with it.
  private static String sentence(String words) {
    return words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
  }

  private Access access(Context context) {
    return Access.of(context, operator, owners);
  }

  /// The subscriber of a path, if whoever asks may see it.
  private String subscriber(Context context) {
    Access access = known(context);
    String subscriber = context.pathParam("id");
    if (!access.isFor(subscriber)) {
      throw unknown();
    }
    return subscriber;
  }

  private Access known(Context context) {
    Access access = access(context);
    if (access instanceof Access.Anybody) {
      operator.require(context);
    }
    return access;
  }

  private Subscription subscription(Context context) {
    Access access = known(context);
    String id = context.pathParam("id");
    String subscriber =
        owners.people().ownerOf(id).filter(access::isFor).orElseThrow(OwnerApi::unknown);
    return owners.find(subscriber, id).orElseThrow(OwnerApi::unknown);
  }

  private void signUp(Context context) throws InterruptedException {
    var mistakes = new Mistakes();
    Access access = access(context);
    Fields given = Fields.of(context.body(), mistakes);
    VainFields.refuse(given, Wish.usual(reader.zone()).cadence(), mistakes);
    require(mistakes);
    switch (access) {
      case Access.OfOwner owner -> add(context, owner.subscriber(), given);
      case Access.Operator _ -> create(context, given);
      case Access.Anybody _ -> ask(context, given);
    }
  }

  private void add(Context context, String subscriber, Fields given) throws InterruptedException {
    var mistakes = new Mistakes();
    Wish base =
        owners.find(subscriber).subscriptions().stream()
            .findFirst()
            .map(each -> Wish.usual(each.zone()))
            .orElseGet(() -> Wish.usual(reader.zone()));
    refuseContact(given, mistakes);
    require(mistakes);
    String id = owners.add(subscriber, given, base, mistakes);
    require(mistakes);
    created(context, subscriber, id);
  }

  private void create(Context context, Fields given) throws InterruptedException {
    var mistakes = new Mistakes();
    SignUp signUp = reader.read(given, clock.instant(), mistakes);
    require(mistakes);
    String subscriber = signUps.store(signUp).subscriber();
    created(context, subscriber, SubscriberIds.subscription(subscriber, signUp.at()));
  }

  private void created(Context context, String subscriber, String id) {
    answer(
        context,
        HttpStatus.CREATED,
        new OwnerViews.Created(subscriber, id, owners.link(subscriber).toString()));
  }

  private void ask(Context context, Fields given) throws InterruptedException {
    refuseOtherSites(context);
    var mistakes = new Mistakes();
    SignUp signUp = reader.read(given, clock.instant(), mistakes);
    require(mistakes);
    limit.ask(context);
    switch (signUps.ask(signUp)) {
      case SignUps.Asked.Waiting _ ->
          answer(
              context,
              HttpStatus.ACCEPTED,
              new OwnerViews.Asked(
                  "waiting", "A mail is on its way; open the link in it within two days."));
      case SignUps.Asked.Done _ ->
          answer(
              context,
              HttpStatus.ACCEPTED,
              new OwnerViews.Asked(
                  "done", "The webhook has met its challenge; digests come at the next hour."));
      case SignUps.Asked.Failed(var words) ->
          throw new Refusal(
              HttpStatus.UNPROCESSABLE_CONTENT, sentence(words), "mend it and send it again");
    }
  }

  /// A page of another site could let its readers sign others up. Browsers say where they come
  /// from.
  private static void refuseOtherSites(Context context) {
    if ("cross-site".equals(context.header("Sec-Fetch-Site"))) {
      throw new Refusal(
          HttpStatus.FORBIDDEN,
          "a page of another site asks for this",
          "send it from a server of yours, or link to /subscribe");
    }
  }

  private void list(Context context) {
    switch (known(context)) {
      case Access.OfOwner owner ->
          answer(
              context,
              HttpStatus.OK,
              new OwnerViews.Listing(List.of(view(owners.find(owner.subscriber()))), null));
      case Access.Operator _, Access.Anybody _ -> {
        String after = Objects.requireNonNullElse(context.queryParam("after"), "");
        List<Subscribed> page = owners.people().all(after, PAGE);
        answer(
            context,
            HttpStatus.OK,
            new OwnerViews.Listing(
                page.stream().map(this::view).toList(),
                page.size() < PAGE ? null : page.getLast().subscriber()));
      }
    }
  }

  private OwnerViews.Subscriber view(Subscribed owner) {
    return OwnerViews.Subscriber.of(owner, owners.people().suspensions(owner.subscriber()));
  }

  private void show(Context context) {
    answer(context, HttpStatus.OK, OwnerViews.OneSubscription.of(subscription(context)));
  }

  private void change(Context context) throws InterruptedException {
    Subscription present = subscription(context);
    var mistakes = new Mistakes();
    Fields given = Fields.of(context.body(), mistakes);
    require(mistakes);
    refuseContact(given, mistakes);
    VainFields.refuse(given, present.cadence(), mistakes);
    require(mistakes);
    owners.change(present.subscriber(), present.id(), given, mistakes);
    require(mistakes);
    show(context);
  }

  /// Addresses are changed by those who can show that they read them.
  private static void refuseContact(Fields given, Mistakes mistakes) {
    for (String field : List.of("email", "webhook", "format")) {
      if (given.text(field).isPresent()) {
        mistakes.add(field, "'" + field + "' is changed on the owner's page.");
      }
    }
  }

  private void end(Context context) throws InterruptedException {
    Subscription present = subscription(context);
    owners.end(present.subscriber(), present.id());
    context.status(HttpStatus.NO_CONTENT);
  }

  private void pause(Context context, boolean paused) throws InterruptedException {
    Subscription present = subscription(context);
    owners.pause(present.subscriber(), present.id(), paused);
    show(context);
  }

  private void mute(Context context, boolean muted) throws InterruptedException {
    Subscription present = subscription(context);
    Mute mute =
        Mute.of(Fields.free(context.body()))
            .orElseThrow(
                () ->
                    Refusal.unreadable(
                        "the body names nothing to mute",
                        "send an object with source, author or story"));
    owners.mute(present.subscriber(), present.id(), mute, muted);
    show(context);
  }

  private void deliveries(Context context) {
    Subscription present = subscription(context);
    answer(
        context,
        HttpStatus.OK,
        new OwnerViews.Deliveries(
            present.id(),
            owners.people().sent(present.id(), MOST_DIGESTS).stream()
                .map(OwnerViews.OneDigest::of)
                .toList()));
  }

  private void export(Context context) {
    context.contentType("application/json").result(owners.export(subscriber(context)));
  }

  private void replace(Context context) throws InterruptedException {
    String subscriber = subscriber(context);
    var mistakes = new Mistakes();
    Optional<Subscribed> wanted = Owners.imported(context.body(), mistakes);
    if (wanted.isPresent()) {
      owners.replace(subscriber, wanted.get(), mistakes);
    }
    require(mistakes);
    answer(context, HttpStatus.OK, view(owners.find(subscriber)));
  }

  /// For the operator alone, who brings somebody over from another installation.
  private void restore(Context context) throws InterruptedException {
    operator.require(context);
    var mistakes = new Mistakes();
    Optional<Subscribed> wanted = Owners.imported(context.body(), mistakes);
    require(mistakes);
    Contact contact = wanted.orElseThrow().contact();
    if (contact.mailbox() == null && contact.endpoint() == null) {
      throw Refusal.unreadable("the export names no way to its owner", "give a whole export");
    }
    owners.check(wanted.get(), mistakes);
    require(mistakes);
    String subscriber = signUps.restore(contact);
    owners.replace(subscriber, wanted.get(), mistakes);
    require(mistakes);
    answer(context, HttpStatus.CREATED, view(owners.find(subscriber)));
  }

  private void forget(Context context) throws InterruptedException {
    String subscriber = subscriber(context);
    owners.find(subscriber);
    owners.forget(subscriber);
    context.status(HttpStatus.NO_CONTENT);
  }

  /// For the operator alone: else a link that got lost could be made to hold for ever.
  private void link(Context context) {
    operator.require(context);
    String subscriber = owners.find(context.pathParam("id")).subscriber();
    answer(
        context,
        HttpStatus.OK,
        new OwnerViews.Link(owners.link(subscriber).toString(), owners.token(subscriber)));
  }

  private void secret(Context context) {
    String subscriber = subscriber(context);
    Endpoint endpoint = owners.find(subscriber).contact().endpoint();
    EndpointKeys keys =
        owners
            .keys(subscriber)
            .orElseThrow(
                () ->
                    new Refusal(
                        HttpStatus.NOT_FOUND,
                        "there is no webhook, and no secret",
                        "add a webhook on the owner's page"));
    answer(
        context,
        HttpStatus.OK,
        new OwnerViews.Secret(
            keys.secret(), keys.publicKey(), endpoint == null ? null : endpoint.rotated()));
  }

  private void rotate(Context context) throws InterruptedException {
    owners.rotate(subscriber(context));
    secret(context);
  }
}
