package io.gistmill.gateway.page;

import io.gistmill.delivery.link.Opened;
import io.gistmill.delivery.link.Owner;
import io.gistmill.delivery.link.Purpose;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.gateway.log.DigestReader;
import io.gistmill.gateway.model.WriteException;
import io.gistmill.gateway.page.OwnerPageViews.Choice;
import io.gistmill.gateway.page.OwnerPageViews.Question;
import io.gistmill.gateway.store.Library;
import io.gistmill.gateway.subscribe.Fields;
import io.gistmill.gateway.subscribe.Mistakes;
import io.gistmill.gateway.subscribe.Mute;
import io.gistmill.gateway.subscribe.OwnerServices;
import io.gistmill.gateway.subscribe.Owners;
import io.gistmill.gateway.subscribe.SignUpLimit;
import io.gistmill.gateway.subscribe.TooManyException;
import io.gistmill.gateway.subscribe.UnknownOwnerException;
import io.gistmill.runtime.http.HttpRoutes;
import io.gistmill.runtime.http.Refusal;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Pages to subscribe, to change what one gets, and to leave. A token in the path is all that one
/// needs and all that counts: no cookie is set or read, so that no other site can make a reader's
/// browser do anything. GET changes nothing. Paths with tokens are never logged.
public final class OwnerRoutes implements HttpRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(OwnerRoutes.class);
  private static final String MANAGE = "/manage/{token}";
  private static final String ONE = MANAGE + "/s/{id}";

  private static final Map<String, String> NOTICES =
      Map.ofEntries(
          Map.entry("confirmed", "Confirmed. Digests come from the next hour that you chose."),
          Map.entry("saved", "Saved. It holds from the next digest on."),
          Map.entry("added", "Added."),
          Map.entry("paused", "Paused. What comes meanwhile is not made up for."),
          Map.entry("resumed", "Resumed."),
          Map.entry("ended", "Ended. No more digests of it come."),
          Map.entry("muted", "Muted, from the next digest on."),
          Map.entry("unmuted", "It is shown again, from the next digest on."),
          Map.entry("mailbox", "A mail is on its way; open the link in it within two days."),
          Map.entry("webhook", "The webhook has met its challenge."),
          Map.entry("left", "That way is closed."),
          Map.entry("rotated", "There is a new secret. The one before holds for a day more."),
          Map.entry("imported", "Your subscriptions are those of the file."));

  private final Sending sending;
  private final Owners owners;
  private final SignUpLimit limit;
  private final SubscribePages subscribe;
  private final ManagePages manage;

  public OwnerRoutes(
      Library library,
      DigestReader digests,
      OwnerServices services,
      PageRoutes.Surroundings around) {
    this.sending = new Sending(library, around.zone(), around.clock(), around.hindrances());
    this.owners = services.owners();
    this.limit = services.limit();
    this.subscribe =
        new SubscribePages(
            services.signUps(), services.reader(), owners, around.zone(), services.clock());
    this.manage = new ManagePages(owners, library, digests, around.zone());
  }

  /// What answers a request.
  @FunctionalInterface
  private interface Page {
    Answer show(Cards cards, Context context) throws InterruptedException;
  }

  /// What answers a request of an owner.
  @FunctionalInterface
  private interface OwnPage {
    Answer show(Cards cards, Context context, Who who) throws InterruptedException;
  }

  /// What answers a request for one subscription of an owner.
  @FunctionalInterface
  private interface OnePage {
    Answer show(Cards cards, Context context, Who who, Subscription one)
        throws InterruptedException;
  }

  /// @param base address of the owner's page
  private record Who(Opened.Valid token, String subscriber, String base) {
    Answer done(String what) {
      return new Answer.SeeOther(base + "?done=" + what);
    }

    Answer done(Subscription one, String what) {
      return new Answer.SeeOther(base + "/s/" + one.id() + "?done=" + what);
    }
  }

  @Override
  public void addTo(RoutesConfig routes) {
    get(routes, "/subscribe", (cards, _) -> subscribe.form(cards));
    post(routes, "/subscribe", this::ask);
    post(routes, "/subscribe/link", this::sendLink);
    get(routes, "/confirm/{token}", (_, it) -> subscribe.confirmation(token(it), it.path()));
    post(routes, "/confirm/{token}", (_, it) -> subscribe.confirm(token(it)));
    get(routes, "/u/{token}", (_, it) -> subscribe.leaving(token(it), it.path()));
    post(routes, "/u/{token}", (_, it) -> subscribe.leave(token(it)));
    get(routes, "/d/{token}", this::digest);
    overview(routes);
    contact(routes);
    data(routes);
    subscription(routes);
  }

  private void overview(RoutesConfig routes) {
    get(
        routes,
        MANAGE,
        own((cards, it, who) -> all(cards, it, who, new Fields(Map.of()), new Mistakes())));
    get(
        routes,
        MANAGE + "/add",
        own(
            (cards, _, who) ->
                manage.another(cards, who.base(), who.subscriber(), null, new Mistakes())));
    post(routes, MANAGE + "/add", own(this::add));
    get(routes, MANAGE + "/mute", own((_, it, who) -> muteInMail(it, who)));
  }

  private void contact(RoutesConfig routes) {
    post(routes, MANAGE + "/mailbox", own(this::mailbox));
    post(routes, MANAGE + "/webhook", own(this::webhook));
    post(routes, MANAGE + "/leave", own((_, it, who) -> leave(it, who)));
    post(routes, MANAGE + "/secret", own((_, _, who) -> secret(who)));
    post(
        routes,
        MANAGE + "/rotate",
        own(
            (_, _, who) -> {
              owners.rotate(who.subscriber());
              return who.done("rotated");
            }));
  }

  private void data(RoutesConfig routes) {
    String export = MANAGE + "/export.json";
    add(routes, HandlerType.GET, export, context -> guarded(context, export, this::export));
    post(routes, MANAGE + "/import", own(this::bringBack));
    get(routes, MANAGE + "/forget", own((_, it, who) -> forgetting(it, who)));
    post(routes, MANAGE + "/forget", own((_, _, who) -> forget(who)));
  }

  private void subscription(RoutesConfig routes) {
    get(
        routes,
        ONE,
        one(
            (cards, it, who, one) ->
                manage.one(
                    cards, who.base(), who.subscriber(), one, notice(it), null, new Mistakes())));
    post(routes, ONE, one(this::change));
    post(routes, ONE + "/pause", one((_, _, who, one) -> pause(who, one, true)));
    post(routes, ONE + "/resume", one((_, _, who, one) -> pause(who, one, false)));
    get(routes, ONE + "/end", one((cards, it, who, one) -> ending(cards, it, who, one)));
    post(routes, ONE + "/end", one((_, _, who, one) -> end(who, one)));
    get(routes, ONE + "/mute", one((_, it, who, one) -> muting(it, who, one)));
    post(routes, ONE + "/mute", one((_, it, who, one) -> mute(it, who, one, true)));
    post(routes, ONE + "/unmute", one((_, it, who, one) -> mute(it, who, one, false)));
    get(
        routes,
        ONE + "/d/{digest}",
        one((cards, it, who, one) -> digest(cards, it.pathParam("digest"), who, one)));
  }

  private void get(RoutesConfig routes, String path, Page page) {
    add(routes, HandlerType.GET, path, context -> answer(context, path, page));
  }

  private void post(RoutesConfig routes, String path, Page page) {
    add(routes, HandlerType.POST, path, context -> answer(context, path, page));
  }

  @FunctionalInterface
  private interface Handling {
    void handle(Context context) throws InterruptedException;
  }

  private static void add(RoutesConfig routes, HandlerType method, String path, Handling handling) {
    routes.addHttpHandler(method, path, handling::handle);
  }

  private void answer(Context context, String path, Page page) {
    guarded(context, path, it -> sending.answer(it, answered(it, path, page)));
  }

  /// Nothing is thrown, since whoever caught it would log the path, with the token in it.
  private void guarded(Context context, String path, Handling handling) {
    context.header("Cache-Control", "no-store");
    context.header("X-Robots-Tag", "noindex");
    try {
      handling.handle(context);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      sending.brokenPage(context);
    } catch (RuntimeException e) {
      LOG.error("path={} problem=\"the page cannot be made\"", path, e);
      sending.brokenPage(context);
    }
  }

  private Answer answered(Context context, String path, Page page) throws InterruptedException {
    try {
      return page.show(sending.cards(), context);
    } catch (UnknownOwnerException e) {
      return Answer.problem(
          404,
          "Nothing is known about you",
          "All was forgotten, or ended. You can subscribe again.");
    } catch (TooManyException e) {
      return Answer.problem(
          409, "That is one too many", Texts.capital(String.valueOf(e.getMessage())) + ".");
    } catch (WriteException e) {
      LOG.warn("path={} problem=\"{}\"", path, e.getMessage());
      return Answer.problem(
          503, "This could not be settled now", "Nothing is lost: go back and try it once more.");
    } catch (Refusal e) {
      context.header("Retry-After", "600");
      return Answer.problem(e.status(), Texts.capital(e.error()), Texts.capital(e.mend()) + ".");
    }
  }

  private static String token(Context context) {
    return context.pathParam("token");
  }

  private Page own(OwnPage page) {
    return (cards, context) ->
        switch (owners.open(Purpose.MANAGE, token(context))) {
          case Opened.Valid valid -> page.show(cards, context, who(valid, context));
          case Opened.Expired expired -> SubscribePages.refused(410, expired);
          case Opened.Forged forged -> SubscribePages.refused(404, forged);
        };
  }

  private static Who who(Opened.Valid token, Context context) {
    return new Who(token, Owner.of(token).subscriber(), "/manage/" + token(context));
  }

  private Page one(OnePage page) {
    return own(
        (cards, context, who) -> {
          Optional<Subscription> found = owners.find(who.subscriber(), context.pathParam("id"));
          return found.isEmpty() ? ended(who) : page.show(cards, context, who, found.get());
        });
  }

  private static Answer ended(Who who) {
    Question question =
        Question.said("There is no such subscription", "It has ended, or it never was.")
            .back(who.base(), "Your digests");
    return new Answer.Page(404, "question", question.heading(), "", question);
  }

  private static @Nullable String notice(Context context) {
    String done = context.queryParam("done");
    return done == null ? null : NOTICES.get(done);
  }

  private static Fields fields(Context context) {
    return new Fields(context.formParamMap());
  }

  private Answer ask(Cards cards, Context context) throws InterruptedException {
    if (isFromElsewhere(context)) {
      return elsewhere();
    }
    return subscribe.ask(cards, fields(context), () -> limit.ask(context));
  }

  private Answer sendLink(Cards cards, Context context) throws InterruptedException {
    if (isFromElsewhere(context)) {
      return elsewhere();
    }
    limit.ask(context);
    return subscribe.sendLink(Objects.requireNonNullElse(context.formParam("address"), "").strip());
  }

  /// A browser says so when a form of another site was sent here.
  private static boolean isFromElsewhere(Context context) {
    return "cross-site".equals(context.header("Sec-Fetch-Site"));
  }

  private static Answer elsewhere() {
    return Answer.problem(
        403, "This form came from another site", "Open the page Subscribe here, and fill it in.");
  }

  private Answer digest(Cards cards, Context context) {
    return switch (owners.open(Purpose.WEB, token(context))) {
      case Opened.Valid valid -> manage.digest(cards, valid.payload(), null);
      case Opened.Expired expired -> SubscribePages.refused(410, expired);
      case Opened.Forged forged -> SubscribePages.refused(404, forged);
    };
  }

  private Answer digest(Cards cards, String digest, Who who, Subscription one) {
    boolean isTheirs =
        owners
            .people()
            .digest(digest)
            .filter(sent -> sent.subscriber().equals(who.subscriber()))
            .isPresent();
    return isTheirs
        ? manage.digest(cards, digest, who.base() + "/s/" + one.id())
        : Answer.unknown("digest");
  }

  private Answer all(Cards cards, Context context, Who who, Fields fields, Mistakes mistakes) {
    return manage.all(
        cards, who.token(), who.base(), who.subscriber(), notice(context), fields, mistakes);
  }

  private Answer add(Cards cards, Context context, Who who) throws InterruptedException {
    var mistakes = new Mistakes();
    Fields given = fields(context);
    Subscribed owner = owners.find(who.subscriber());
    owners.add(who.subscriber(), given, manage.base(owner), mistakes);
    return mistakes.isEmpty()
        ? who.done("added")
        : manage.another(cards, who.base(), who.subscriber(), given, mistakes);
  }

  private Answer mailbox(Cards cards, Context context, Who who) {
    limit.ask(context);
    var mistakes = new Mistakes();
    owners.newMailbox(who.subscriber(), fields(context), mistakes);
    return mistakes.isEmpty()
        ? who.done("mailbox")
        : all(cards, context, who, fields(context), mistakes);
  }

  private Answer webhook(Cards cards, Context context, Who who) throws InterruptedException {
    limit.ask(context);
    var mistakes = new Mistakes();
    owners.newEndpoint(who.subscriber(), fields(context), mistakes);
    return mistakes.isEmpty()
        ? who.done("webhook")
        : all(cards, context, who, fields(context), mistakes);
  }

  private Answer leave(Context context, Who who) throws InterruptedException {
    boolean isMail = "email".equals(context.formParam("channel"));
    owners.leave(who.subscriber(), isMail ? Channel.EMAIL : Channel.WEBHOOK);
    return who.done("left");
  }

  private Answer secret(Who who) {
    String keys =
        owners
            .keys(who.subscriber())
            .map(all -> all.secret() + "\n" + all.publicKey())
            .orElse("there is no webhook");
    return SubscribePages.page(
        new Question(
            "The secret of your webhook",
            List.of(
                "Each message to the webhook is signed with it. Keep it to yourself.",
                "Below it stands the public key, which is no secret. It is for those who write #v1a"
                    + " behind the address: their messages are signed by Ed25519 too."),
            null,
            "",
            List.of(),
            keys,
            new Choice(who.base(), "Your digests")));
  }

  private void export(Context context) {
    if (!(owners.open(Purpose.MANAGE, token(context)) instanceof Opened.Valid valid)) {
      context.status(404).result("this link does not hold\n");
      return;
    }
    try {
      String all = owners.export(Owner.of(valid).subscriber());
      context.header("Content-Disposition", "attachment; filename=\"gistmill-subscriber.json\"");
      context.contentType("application/json").result(all);
    } catch (UnknownOwnerException e) {
      context.status(404).result(e.getMessage() + "\n");
    }
  }

  private Answer bringBack(Cards cards, Context context, Who who) throws InterruptedException {
    var mistakes = new Mistakes();
    String file = Objects.requireNonNullElse(context.formParam("import"), "");
    Optional<Subscribed> wanted = Owners.imported(file, mistakes);
    if (wanted.isPresent()) {
      owners.replace(who.subscriber(), wanted.get(), mistakes);
    }
    if (mistakes.isEmpty()) {
      return who.done("imported");
    }
    var told = new Mistakes();
    told.add("import", mistakes.all());
    return all(cards, context, who, new Fields(Map.of()), told);
  }

  private static Answer forgetting(Context context, Who who) {
    return SubscribePages.page(
        Question.asked(
                "Have everything forgotten?",
                "All subscriptions end, and your address, what you chose and what was sent are"
                    + " taken away. This cannot be undone.",
                context.path(),
                "Forget me")
            .back(who.base(), "No, back"));
  }

  private Answer forget(Who who) throws InterruptedException {
    owners.forget(who.subscriber());
    return SubscribePages.page(
        Question.said(
            "Forgotten", "Nothing is known about you any more. You can always come back."));
  }

  private Answer change(Cards cards, Context context, Who who, Subscription one)
      throws InterruptedException {
    var mistakes = new Mistakes();
    Fields given = fields(context);
    owners.change(who.subscriber(), one.id(), given, mistakes);
    return mistakes.isEmpty()
        ? who.done(one, "saved")
        : manage.one(cards, who.base(), who.subscriber(), one, null, given, mistakes);
  }

  private Answer pause(Who who, Subscription one, boolean paused) throws InterruptedException {
    owners.pause(who.subscriber(), one.id(), paused);
    return who.done(one, paused ? "paused" : "resumed");
  }

  private static Answer ending(Cards cards, Context context, Who who, Subscription one) {
    return SubscribePages.page(
        Question.asked(
                "End this subscription?",
                OwnerWords.title(cards, one) + ": no more digests of it come.",
                context.path(),
                "End it")
            .back(who.base(), "No, back"));
  }

  private Answer end(Who who, Subscription one) throws InterruptedException {
    owners.end(who.subscriber(), one.id());
    return who.done("ended");
  }

  /// A link in a mail names its subscription in the token.
  private static Answer muteInMail(Context context, Who who) {
    String id = Owner.of(who.token()).subscription();
    String query = context.queryString();
    return id == null || query == null
        ? Answer.unknown("subscription")
        : new Answer.SeeOther(who.base() + "/s/" + id + "/mute?" + query);
  }

  private Answer muting(Context context, Who who, Subscription one) {
    Optional<Mute> mute = Owners.mute(new Fields(context.queryParamMap()));
    return mute.isEmpty()
        ? who.done(one, "")
        : SubscribePages.page(
            new Question(
                "Mute this?",
                List.of(
                    "No digest of this subscription shows the "
                        + mute.get().kind().name().toLowerCase(Locale.ROOT)
                        + " "
                        + Texts.name(mute.get().value())
                        + " any more. You can take it back on the page of the subscription."),
                context.path(),
                "Mute",
                List.of(new Choice(mute.get().kind().field(), mute.get().value())),
                null,
                new Choice(who.base() + "/s/" + one.id(), "No, back")));
  }

  private Answer mute(Context context, Who who, Subscription one, boolean muted)
      throws InterruptedException {
    Optional<Mute> mute = Owners.mute(fields(context));
    if (mute.isPresent()) {
      owners.mute(who.subscriber(), one.id(), mute.get(), muted);
    }
    return who.done(one, muted ? "muted" : "unmuted");
  }
}
