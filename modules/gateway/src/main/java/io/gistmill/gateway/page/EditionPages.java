package io.gistmill.gateway.page;

import io.gistmill.domain.Digest;
import io.gistmill.domain.StoryPost;
import io.gistmill.domain.Subscription;
import io.gistmill.gateway.store.Edition;
import io.gistmill.gateway.store.Library;
import io.gistmill.gateway.subscribe.Wish;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Digests for everybody, by day and by week.
final class EditionPages {

  private static final String HERE = "/digests";
  private static final int DAYS = 40;

  private final Library library;

  EditionPages(Library library) {
    this.library = library;
  }

  Answer all(Cards cards) {
    List<Edition.Listed> editions = library.editions();
    return Answer.page(
        "digests",
        "Digests",
        HERE,
        new Views.DigestList(days(cards, editions, "weekly"), days(cards, editions, "daily")));
  }

  private static List<Views.EditionDay> days(
      Cards cards, List<Edition.Listed> editions, String cadence) {
    var byLabel = new LinkedHashMap<String, List<Edition.Listed>>();
    editions.stream()
        .filter(edition -> edition.key().cadence().equals(cadence))
        .forEach(
            edition ->
                byLabel
                    .computeIfAbsent(edition.key().label(), _ -> new ArrayList<>())
                    .add(edition));
    return byLabel.entrySet().stream().limit(DAYS).map(day -> day(cards, day)).toList();
  }

  private static Views.EditionDay day(Cards cards, Map.Entry<String, List<Edition.Listed>> day) {
    Views.@Nullable EditionLink all = null;
    var routes = new ArrayList<Views.EditionLink>();
    for (Edition.Listed edition : day.getValue()) {
      if (edition.key().route().equals("all")) {
        all = link(cards, edition);
      } else if (edition.stories() > 0) {
        routes.add(link(cards, edition));
      }
    }
    return new Views.EditionDay(day.getKey(), title(day.getKey()), all, routes);
  }

  private static Views.EditionLink link(Cards cards, Edition.Listed edition) {
    return new Views.EditionLink(
        address(edition.key()), cards.name(edition.key().route()), edition.stories());
  }

  private static String address(Edition.Key key) {
    return HERE + "/" + key.cadence() + "/" + key.label() + "/" + key.route();
  }

  private static String title(String label) {
    return label.contains("W")
        ? "Week " + label.substring(label.indexOf('W') + 1) + " of " + label.substring(0, 4)
        : Calendar.inWords(LocalDate.parse(label));
  }

  Answer one(Cards cards, Edition.Key key) {
    Optional<Edition> edition = library.edition(key);
    return edition.isEmpty() ? Answer.unknown("digest") : page(cards, edition.get());
  }

  private static Answer page(Cards cards, Edition edition) {
    Edition.Key key = edition.key();
    var zoned = new Calendar(edition.digest().subscription().zone(), edition.digest().cut());
    boolean isAll = key.route().equals("all");
    var view =
        new Views.DigestPage(
            title(key.label()) + (isAll ? "" : ": " + cards.name(key.route())),
            period(edition.digest(), zoned),
            edition.items().stream().map(item -> story(cards, item)).toList(),
            more(cards, edition.digest()),
            isAll
                ? null
                : new Views.EditionLink(
                    address(new Edition.Key(key.cadence(), key.label(), "all")), "All topics", 0));
    return Answer.page("digest", view.heading(), HERE, view);
  }

  /// A digest that was made for somebody.
  static Views.DigestPage own(Cards cards, Digest digest, String title, List<Edition.Item> items) {
    var zoned = new Calendar(digest.subscription().zone(), digest.cut());
    return new Views.DigestPage(
        title + ", " + zoned.full(digest.cut()).text(),
        period(digest, zoned),
        items.stream().map(item -> story(cards, item)).toList(),
        more(cards, digest),
        null);
  }

  private static String period(Digest digest, Calendar zoned) {
    return zoned.full(digest.from()).text()
        + " to "
        + zoned.full(digest.cut()).text()
        + ", "
        + digest.subscription().zone().getId();
  }

  private static Views.@Nullable Unshown more(Cards cards, Digest digest) {
    if (digest.more() == 0) {
      return null;
    }
    String count = Texts.count(digest.more(), "more story is", "more stories are") + " not shown.";
    List<String> topics = Wish.of(digest.subscription()).topics();
    String topic = topics.size() == 1 ? topics.getFirst() : Subscription.ALL;
    return topic.equals(Subscription.ALL) || !TopicPages.known(cards, topic)
        ? new Views.Unshown(count, TopicPages.HERE, "Stories by topic")
        : new Views.Unshown(count, TopicPages.address(topic), "Stories of " + cards.name(topic));
  }

  private static Views.DigestStory story(Cards cards, Edition.Item item) {
    StoryPost lead = item.posts().getFirst();
    String headline = Cards.headline(lead);
    var topics = new TreeSet<String>();
    item.posts().forEach(post -> post.topics().forEach(share -> topics.add(share.topic())));
    return new Views.DigestStory(
        item.story(),
        headline,
        Cards.summary(headline, lead),
        Texts.language(lead.language(), headline),
        cards.topics(List.copyOf(topics)),
        item.posts().stream().map(post -> line(cards, post)).toList());
  }

  private static Views.PostLine line(Cards cards, StoryPost post) {
    return new Views.PostLine(
        post.id(),
        Cards.line(post),
        Texts.language(post.language(), post.headline()),
        Texts.byline(post.author(), post.handle()),
        cards.calendar().moment(post.published()),
        List.of(),
        null);
  }
}
