package io.gistmill.gateway.subscribe;

import io.gistmill.domain.Channel;
import io.gistmill.domain.Contact;
import io.gistmill.domain.Contact.Endpoint;
import io.gistmill.domain.Preferences;
import io.gistmill.domain.Selection;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent.Subscribed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/// What can be changed about what a subscriber has, as functions.
final class OwnerChanges {

  /// For so long the secret before a rotation signs too.
  static final Duration OVERLAP = Duration.ofHours(24);

  private OwnerChanges() {}

  static Optional<Subscription> find(Subscribed owner, String id) {
    return owner.subscriptions().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /// Adds it, in place of one of the same id.
  static Subscribed put(Subscribed owner, Subscription subscription) {
    var all = new ArrayList<>(without(owner, subscription.id()));
    all.add(subscription);
    return new Subscribed(owner.subscriber(), all, owner.contact());
  }

  static Subscribed end(Subscribed owner, String id) {
    return new Subscribed(owner.subscriber(), without(owner, id), owner.contact());
  }

  private static List<Subscription> without(Subscribed owner, String id) {
    return owner.subscriptions().stream().filter(each -> !each.id().equals(id)).toList();
  }

  static Subscribed change(Subscribed owner, String id, UnaryOperator<Subscription> change) {
    List<Subscription> all =
        owner.subscriptions().stream()
            .map(each -> each.id().equals(id) ? change.apply(each) : each)
            .toList();
    return new Subscribed(owner.subscriber(), all, owner.contact());
  }

  static Subscription paused(Subscription present, boolean paused) {
    Preferences before = present.preferences();
    return with(
        present,
        present.selection(),
        new Preferences(before.language(), before.minutes(), before.sendEmpty(), paused));
  }

  static Subscription muted(Subscription present, Mute mute, boolean muted) {
    Selection s = present.selection();
    return with(
        present,
        new Selection(
            s.topics(),
            s.excluded(),
            s.filter(),
            mute.applied(Mute.Kind.SOURCE, s.mutedSources(), muted),
            mute.applied(Mute.Kind.AUTHOR, s.mutedAuthors(), muted),
            mute.applied(Mute.Kind.STORY, s.mutedStories(), muted)),
        present.preferences());
  }

  private static Subscription with(
      Subscription present, Selection selection, Preferences preferences) {
    return new Subscription(
        present.id(),
        present.subscriber(),
        present.route(),
        present.cadence(),
        present.zone(),
        present.maxItems(),
        selection,
        preferences,
        present.channels());
  }

  /// The next secret; the one before signs too for a day.
  static Subscribed rotated(Subscribed owner, Instant now) {
    Endpoint before = owner.contact().endpoint();
    return before == null
        ? owner
        : withContact(
            owner,
            new Contact(
                owner.contact().mailbox(),
                new Endpoint(
                    before.url(),
                    before.format(),
                    before.generation() + 1,
                    now.plus(OVERLAP),
                    before.confirmed())));
  }

  /// Contact as it is now; whatever came by a way that is no more goes by the other.
  static Subscribed withContact(Subscribed owner, Contact contact) {
    List<Channel> ways = ways(contact);
    return new Subscribed(
        owner.subscriber(),
        owner.subscriptions().stream().map(each -> each.by(kept(each.channels(), ways))).toList(),
        contact);
  }

  private static Collection<Channel> kept(List<Channel> before, List<Channel> ways) {
    var kept = new TreeSet<>(before);
    kept.retainAll(ways);
    return kept.isEmpty() && !before.isEmpty() ? ways : kept;
  }

  /// By which ways somebody can be reached.
  static List<Channel> ways(Contact contact) {
    var ways = new ArrayList<Channel>();
    if (contact.mailbox() != null) {
      ways.add(Channel.EMAIL);
    }
    if (contact.endpoint() != null) {
      ways.add(Channel.WEBHOOK);
    }
    return ways;
  }
}
