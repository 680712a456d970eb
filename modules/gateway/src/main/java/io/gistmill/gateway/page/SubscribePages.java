package io.gistmill.gateway.page;

import io.gistmill.delivery.link.Opened;
import io.gistmill.delivery.link.Owner;
import io.gistmill.delivery.link.Purpose;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.gateway.page.OwnerPageViews.Question;
import io.gistmill.gateway.page.OwnerPageViews.SubscribeForm;
import io.gistmill.gateway.page.OwnerPageViews.WishForm;
import io.gistmill.gateway.subscribe.Fields;
import io.gistmill.gateway.subscribe.Mistakes;
import io.gistmill.gateway.subscribe.Owners;
import io.gistmill.gateway.subscribe.SignUp;
import io.gistmill.gateway.subscribe.SignUpReader;
import io.gistmill.gateway.subscribe.SignUps;
import io.gistmill.gateway.subscribe.Wish;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/// Pages for people who come, and for people who leave.
final class SubscribePages {

  private static final String HERE = "/subscribe";

  private final SignUps signUps;
  private final SignUpReader reader;
  private final Owners owners;
  private final ZoneId zone;
  private final InstantSource clock;

  SubscribePages(
      SignUps signUps, SignUpReader reader, Owners owners, ZoneId zone, InstantSource clock) {
    this.signUps = signUps;
    this.reader = reader;
    this.owners = owners;
    this.zone = zone;
    this.clock = clock;
  }

  Answer form(Cards cards) {
    return form(200, cards, Fields.of(Wish.usual(zone)), new Mistakes(), true);
  }

  private static Answer form(
      int status, Cards cards, Fields fields, Mistakes mistakes, boolean isNew) {
    var view =
        new SubscribeForm(
            "Subscribe",
            "What was told today, when and how you want it. No account, no password: a mail asks"
                + " you to confirm, and each digest has a link to change it or to end it.",
            HERE,
            true,
            new WishForm(fields, mistakes, choices(cards), isNew),
            List.of(),
            "Subscribe",
            "/");
    return new Answer.Page(status, "subscribe", "Subscribe", HERE, view);
  }

  static List<OwnerPageViews.Choice> choices(Cards cards) {
    return cards.names().keySet().stream()
        .map(slug -> new OwnerPageViews.Choice(slug, cards.name(slug)))
        .toList();
  }

  /// @param limit asked before anything goes out
  Answer ask(Cards cards, Fields given, Runnable limit) throws InterruptedException {
    var mistakes = new Mistakes();
    SignUp signUp = reader.read(given, clock.instant(), mistakes);
    if (!mistakes.isEmpty()) {
      return again(cards, given, mistakes);
    }
    limit.run();
    return switch (signUps.ask(signUp)) {
      case SignUps.Asked.Waiting _ ->
          said(
              "Look into your mailbox",
              "If the address is right, a mail is on its way to it. Open the link in it within two"
                  + " days, and press the button there: until then nothing is stored.",
              "Nothing after ten minutes? Look where unwanted mail goes, and then ask again.");
      case SignUps.Asked.Done _ ->
          said(
              "Subscribed",
              "The webhook has met its challenge, and digests go there from the next hour that you"
                  + " chose. The link to change or end it was sent to the webhook.");
      case SignUps.Asked.Failed(var words) -> {
        mistakes.add("webhook", words);
        yield again(cards, given, mistakes);
      }
    };
  }

  private Answer again(Cards cards, Fields given, Mistakes mistakes) {
    return form(400, cards, Fields.of(Wish.usual(zone)).with(given), mistakes, false);
  }

  Answer sendLink(String address) throws InterruptedException {
    signUps.sendLink(address);
    return said(
        "Look into your mailbox",
        "If digests go to this address, a mail with the link to your page is on its way. For a"
            + " webhook, the link goes to the webhook.");
  }

  private static Answer said(String heading, String... paragraphs) {
    return page(Question.said(heading, paragraphs));
  }

  static Answer page(Question question) {
    return Answer.page("question", question.heading(), "", question);
  }

  /// Opening a link changes nothing: programs that look for viruses open links too.
  Answer confirmation(String token, String path) {
    return switch (signUps.open(token)) {
      case Opened.Valid _ ->
          page(
              Question.asked(
                  "One more click",
                  "Press the button, and it is settled. Digests come from the next hour that you"
                      + " chose.",
                  path,
                  "Confirm"));
      case Opened.Expired expired -> refused(410, expired);
      case Opened.Forged forged -> refused(404, forged);
    };
  }

  Answer confirm(String token) throws InterruptedException {
    return switch (signUps.open(token)) {
      case Opened.Valid valid -> confirmed(signUps.confirm(valid));
      case Opened.Expired expired -> refused(410, expired);
      case Opened.Forged forged -> refused(404, forged);
    };
  }

  private Answer confirmed(Subscribed owner) {
    return new Answer.SeeOther("/manage/" + owners.token(owner.subscriber()) + "?done=confirmed");
  }

  static Answer refused(int status, Opened opened) {
    Question question =
        Question.said("This link does not hold", opened.words())
            .back(HERE + "#known", "Send me a new link");
    return new Answer.Page(status, "question", question.heading(), "", question);
  }

  Answer leaving(String token, String path) {
    return switch (owners.open(Purpose.UNSUBSCRIBE, token)) {
      case Opened.Valid _ ->
          page(
              Question.asked(
                  "End this subscription?",
                  "Press the button, and no more digests of it come. Opening this page has changed"
                      + " nothing.",
                  path,
                  "Unsubscribe"));
      case Opened.Expired expired -> refused(410, expired);
      case Opened.Forged forged -> refused(404, forged);
    };
  }

  /// By the button, or by a program of mails in one click (RFC 8058); again does nothing more.
  Answer leave(String token) throws InterruptedException {
    return switch (owners.open(Purpose.UNSUBSCRIBE, token)) {
      case Opened.Valid valid -> left(Owner.of(valid));
      case Opened.Expired expired -> refused(410, expired);
      case Opened.Forged forged -> refused(404, forged);
    };
  }

  private Answer left(Owner owner) throws InterruptedException {
    String subscription = owner.subscription();
    if (subscription != null) {
      owners.end(owner.subscriber(), subscription);
    }
    return said(
        "You are unsubscribed",
        "No more digests of this subscription come. A digest that is on its way already may still"
            + " arrive.",
        "Your address is kept so that you can come back. To have it forgotten, ask for the link to"
            + " your page under Subscribe, and choose Forget me.");
  }
}
