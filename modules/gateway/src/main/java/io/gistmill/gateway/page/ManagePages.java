package io.gistmill.gateway.page;

import io.gistmill.delivery.link.Opened;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Digest;
import io.gistmill.domain.Selection;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import io.gistmill.gateway.log.DigestReader;
import io.gistmill.gateway.page.OwnerPageViews.AttemptLine;
import io.gistmill.gateway.page.OwnerPageViews.Choice;
import io.gistmill.gateway.page.OwnerPageViews.ManagePage;
import io.gistmill.gateway.page.OwnerPageViews.MuteChoice;
import io.gistmill.gateway.page.OwnerPageViews.OwnDigest;
import io.gistmill.gateway.page.OwnerPageViews.SentLine;
import io.gistmill.gateway.page.OwnerPageViews.SubscribeForm;
import io.gistmill.gateway.page.OwnerPageViews.SubscriptionLine;
import io.gistmill.gateway.page.OwnerPageViews.SubscriptionPage;
import io.gistmill.gateway.page.OwnerPageViews.WayLine;
import io.gistmill.gateway.page.OwnerPageViews.WishForm;
import io.gistmill.gateway.store.Edition;
import io.gistmill.gateway.store.Found;
import io.gistmill.gateway.store.Library;
import io.gistmill.gateway.store.SentDigest;
import io.gistmill.gateway.store.StoredPost;
import io.gistmill.gateway.store.Story;
import io.gistmill.gateway.subscribe.Fields;
import io.gistmill.gateway.subscribe.Mistakes;
import io.gistmill.gateway.subscribe.Mute;
import io.gistmill.gateway.subscribe.Owners;
import io.gistmill.gateway.subscribe.Wish;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What owners see of what is theirs.
final class ManagePages {

  private static final int DIGESTS = 40;

  private final Owners owners;
  private final Library library;
  private final DigestReader digests;
  private final ZoneId zone;

  /// @param zone of times that belong to no subscription
  ManagePages(Owners owners, Library library, DigestReader digests, ZoneId zone) {
    this.owners = owners;
    this.library = library;
    this.digests = digests;
    this.zone = zone;
  }

  /// @param base address of the page
  /// @param fields of a form on it that was refused, with the mistakes
  Answer all(
      Cards cards,
      Opened.Valid token,
      String base,
      String subscriber,
      @Nullable String notice,
      Fields fields,
      Mistakes mistakes) {
    Subscribed owner = owners.find(subscriber);
    Contact contact = owner.contact();
    Calendar calendar = calendar(cards, owner);
    var view =
        new ManagePage(
            base,
            notice,
            owner.subscriptions().stream().map(each -> line(cards, base, each)).toList(),
            owners.people().suspensions(subscriber).stream()
                .filter(each -> OwnerWords.isClosed(contact, each))
                .map(each -> OwnerWords.closed(calendar, each))
                .toList(),
            OwnerWords.mailbox(calendar, contact),
            OwnerWords.endpoint(calendar, contact),
            contact.endpoint() != null,
            contact.endpoint() != null && contact.mailbox() != null,
            fields,
            mistakes,
            "The link to this page holds until " + calendar.full(token.expiry()).text() + ".");
    return new Answer.Page(mistakes.isEmpty() ? 200 : 400, "manage", "Your digests", "", view);
  }

  /// In the zone of the first subscription, which is where the owner lives, most likely.
  private Calendar calendar(Cards cards, Subscribed owner) {
    ZoneId own = owner.subscriptions().stream().findFirst().map(Subscription::zone).orElse(zone);
    return new Calendar(own, cards.calendar().lastTick());
  }

  private static SubscriptionLine line(Cards cards, String base, Subscription each) {
    return new SubscriptionLine(
        base + "/s/" + each.id(),
        OwnerWords.title(cards, each),
        OwnerWords.summary(each, cards.calendar().lastTick()),
        each.preferences().paused());
  }

  /// @param given what was filled in and refused; null to show what holds
  Answer one(
      Cards cards,
      String base,
      String subscriber,
      Subscription it,
      @Nullable String notice,
      @Nullable Fields given,
      Mistakes mistakes) {
    var calendar = new Calendar(it.zone(), cards.calendar().lastTick());
    String href = base + "/s/" + it.id();
    Fields fields = given == null ? fields(it) : fields(it).with(given);
    var view =
        new SubscriptionPage(
            base,
            href,
            OwnerWords.title(cards, it),
            OwnerWords.summary(it, cards.calendar().lastTick()),
            it.preferences().paused(),
            notice,
            ways(owners.find(subscriber)),
            new WishForm(fields, mistakes, SubscribePages.choices(cards), false),
            mutes(it.selection()),
            owners.people().sent(it.id(), DIGESTS).stream()
                .map(digest -> sent(calendar, href, digest))
                .toList());
    return new Answer.Page(mistakes.isEmpty() ? 200 : 400, "subscription", view.title(), "", view);
  }

  private static Fields fields(Subscription it) {
    return Fields.of(Wish.of(it))
        .with(
            new Fields(
                Map.of(
                    "channels",
                    it.channels().stream()
                        .map(way -> way.name().toLowerCase(Locale.ROOT))
                        .toList())));
  }

  private static List<Choice> ways(Subscribed owner) {
    Contact contact = owner.contact();
    var ways = new ArrayList<Choice>();
    if (contact.mailbox() != null) {
      ways.add(new Choice("email", OwnerWords.name(Channel.EMAIL)));
    }
    if (contact.endpoint() != null) {
      ways.add(new Choice("webhook", OwnerWords.name(Channel.WEBHOOK)));
    }
    return ways;
  }

  private List<MuteChoice> mutes(Selection selection) {
    return Stream.of(
            selection.mutedSources().stream()
                .map(source -> new MuteChoice("source", source, "Source " + source)),
            selection.mutedAuthors().stream()
                .map(author -> new MuteChoice("author", author, "Author " + Texts.name(author))),
            selection.mutedStories().stream()
                .map(story -> new MuteChoice("story", story, "Story: " + headline(story))))
        .flatMap(each -> each)
        .toList();
  }

  private String headline(String story) {
    return library.story(story) instanceof Found.Here<Story>(Story found)
        ? Cards.line(found.lead())
        : story;
  }

  private static SentLine sent(Calendar calendar, String href, SentDigest digest) {
    return new SentLine(
        href + "/d/" + digest.id(),
        calendar.full(digest.cut()),
        Texts.count(digest.stories(), "story", "stories"),
        digest.deliveries().stream()
            .map(
                way ->
                    new WayLine(
                        OwnerWords.name(way.channel()),
                        OwnerWords.state(calendar, way.state()),
                        Texts.count(way.attempts().size(), "attempt", "attempts"),
                        way.attempts().stream()
                            .map(
                                attempt ->
                                    new AttemptLine(
                                        calendar.full(attempt.at()),
                                        Texts.oneLine(attempt.outcome())))
                            .toList()))
            .toList());
  }

  /// A form for another subscription.
  ///
  /// @param given what was filled in and refused; null for a new one
  Answer another(
      Cards cards, String base, String subscriber, @Nullable Fields given, Mistakes mistakes) {
    Subscribed owner = owners.find(subscriber);
    Fields usual = usual(owner);
    var view =
        new SubscribeForm(
            "Another subscription",
            "It goes to the same owner, and has an hour and topics of its own.",
            base + "/add",
            false,
            new WishForm(
                given == null ? usual : usual.with(given),
                mistakes,
                SubscribePages.choices(cards),
                false),
            ways(owner),
            "Add it",
            base);
    return new Answer.Page(
        mistakes.isEmpty() ? 200 : 400, "subscribe", "Another subscription", "", view);
  }

  private Fields usual(Subscribed owner) {
    return Fields.of(base(owner))
        .with(new Fields(Map.of("channels", ways(owner).stream().map(Choice::value).toList())));
  }

  /// What a new subscription of an owner begins with.
  Wish base(Subscribed owner) {
    return Wish.usual(
        owner.subscriptions().stream().findFirst().map(Subscription::zone).orElse(zone));
  }

  /// @param back to the subscription, for owners; null for those who may read it alone
  Answer digest(Cards cards, String id, @Nullable String back) {
    Optional<SentDigest> sent = owners.people().digest(id);
    Optional<Digest> digest =
        sent.flatMap(each -> digests.at(each.place().partition(), each.place().offset()))
            .filter(found -> found.id().equals(id));
    return digest.isEmpty() ? Answer.unknown("digest") : digest(cards, digest.get(), back);
  }

  private Answer digest(Cards cards, Digest digest, @Nullable String back) {
    List<Edition.Item> items = library.items(digest);
    String title = OwnerWords.title(cards, digest.subscription());
    Views.DigestPage page = EditionPages.own(cards, digest, title, items);
    Map<String, List<MuteChoice>> mutes =
        back == null
            ? Map.of()
            : items.stream()
                .collect(Collectors.toMap(Edition.Item::story, this::mutes, (one, _) -> one));
    return Answer.page("owndigest", page.heading(), "", new OwnDigest(page, back, mutes));
  }

  /// The story, and author and source of its lead.
  private List<MuteChoice> mutes(Edition.Item item) {
    StoryPost lead = item.posts().getFirst();
    String handle = lead.handle();
    var mutes = new ArrayList<MuteChoice>();
    mutes.add(new MuteChoice(Mute.Kind.STORY.field(), item.story(), "Mute this story"));
    mutes.add(
        new MuteChoice(
            Mute.Kind.AUTHOR.field(),
            handle == null ? lead.author() : "@" + handle,
            "Mute " + Texts.byline(lead.author(), handle)));
    if (library.post(lead.id()) instanceof Found.Here<StoredPost>(StoredPost post)) {
      String source = post.tagged().post().origin().source();
      mutes.add(new MuteChoice(Mute.Kind.SOURCE.field(), source, "Mute the source " + source));
    }
    return mutes;
  }
}
