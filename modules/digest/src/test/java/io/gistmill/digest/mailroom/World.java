package io.gistmill.digest.mailroom;

import io.gistmill.domain.Cadence;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Preferences;
import io.gistmill.domain.Selection;
import io.gistmill.domain.StoryEvent;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.Tick;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Random logs of stories and subscriptions, with ticks that jump, gaps that nobody watched, edits,
/// aliases and changes of mind.
final class World {

  /// Never changes its subscriptions.
  static final String CONSTANT = "constant";

  private static final List<String> SLUGS = List.of("rag", "moe", "agents");
  private static final List<String> SOURCES = List.of("archive", "feed-1", "feed-2");
  private static final List<String> FILTERS =
      List.of("topic:rag", "NOT author:author1", "\"version 2\" OR topic:moe", "p1*", "nothing");
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Asia/Kathmandu"));

  final List<StoryEvent> stories = new ArrayList<>();
  final List<SubscriptionEvent> subscriptions = new ArrayList<>();
  final List<Tick> ticks = new ArrayList<>();
  final List<SamplePost> posts = new ArrayList<>();

  private final SplittableRandom random;
  private final int authors;

  World(long seed) {
    this(seed, 6);
  }

  /// A world in which each post has an author of its own, so that every story that goes on grows.
  static World growing(long seed) {
    return new World(seed, Integer.MAX_VALUE);
  }

  private World(long seed, int authors) {
    this.random = new SplittableRandom(seed);
    this.authors = authors;
    List<Subscription> constant = List.of(subscription(CONSTANT, 0), subscription(CONSTANT, 1));
    subscriptions.add(new SubscriptionEvent.Subscribed(CONSTANT, constant));
    tick(Tick.edgeBefore(Instant.parse("2024-03-22T00:00:00Z")), null, true);
    for (int i = 0; i < 80; i++) {
      step(ticks.getLast().instant());
    }
  }

  List<Subscription> constant() {
    return ((SubscriptionEvent.Subscribed) subscriptions.getFirst()).subscriptions();
  }

  private void step(Instant now) {
    int changes = random.nextInt(5) == 0 ? 1 + random.nextInt(2) : 0;
    for (int i = 0; i < changes; i++) {
      change("reader" + random.nextInt(4));
    }
    fold(now);
    boolean jump = random.nextInt(6) == 0;
    int quarters = jump ? 1 + random.nextInt(900) : 1 + random.nextInt(40);
    Instant next = now.plus(Tick.QUARTER.multipliedBy(quarters));
    tick(next, now, !jump || random.nextBoolean());
  }

  private void tick(Instant instant, @Nullable Instant previous, boolean watched) {
    Tick tick = new Tick(instant, previous, watched);
    ticks.add(tick);
    stories.add(new StoryEvent.Ticked(tick));
    subscriptions.add(new SubscriptionEvent.Ticked(tick));
  }

  private void change(String subscriber) {
    var wanted = new ArrayList<Subscription>();
    for (int number = 0; number < 3; number++) {
      if (random.nextBoolean()) {
        wanted.add(subscription(subscriber, number));
      }
    }
    subscriptions.add(new SubscriptionEvent.Subscribed(subscriber, wanted));
  }

  private Subscription subscription(String subscriber, int number) {
    LocalTime at = LocalTime.MIN.plusMinutes(15L * random.nextInt(96));
    Cadence cadence =
        random.nextInt(3) == 0
            ? new Cadence.Weekly(DayOfWeek.of(1 + random.nextInt(7)), at)
            : new Cadence.Daily(at);
    boolean all = subscriber.equals(CONSTANT) || random.nextBoolean();
    String route = all ? Subscription.ALL : SLUGS.get(random.nextInt(SLUGS.size()));
    ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
    int most = subscriber.equals(CONSTANT) ? 10_000 : 1 + random.nextInt(6);
    String id = subscriber + "-" + number;
    var plain = new Subscription(id, subscriber, route, cadence, zone, most);
    return subscriber.equals(CONSTANT) ? plain : choosy(plain);
  }

  /// The same reader with wishes, and perhaps in a hurry.
  private Subscription choosy(Subscription plain) {
    return new Subscription(
        plain.id(),
        plain.subscriber(),
        plain.route(),
        random.nextInt(8) == 0 ? new Cadence.QuarterHourly() : plain.cadence(),
        plain.zone(),
        plain.maxItems(),
        selection(),
        new Preferences(null, 0, random.nextInt(4) == 0, random.nextInt(6) == 0),
        random.nextBoolean() ? List.of(Channel.EMAIL) : List.of());
  }

  Selection selection() {
    return new Selection(
        some(SLUGS, 3),
        some(SLUGS, 5),
        random.nextInt(3) > 0 ? "" : FILTERS.get(random.nextInt(FILTERS.size())),
        some(SOURCES, 5),
        some(List.of("@author0", "@author3", "ada"), 6),
        random.nextInt(4) > 0 ? List.of() : List.of("s" + random.nextInt(1 + posts.size()) + "@1"));
  }

  private List<String> some(List<String> values, int oneIn) {
    return values.stream().filter(_ -> random.nextInt(oneIn) == 0).toList();
  }

  private void fold(Instant bucket) {
    for (int i = random.nextInt(4); i > 0; i--) {
      String story = "s" + random.nextInt(1 + posts.size());
      var revised = new ArrayList<SamplePost>();
      for (int j = 1 + random.nextInt(3); j > 0; j--) {
        revised.add(random.nextInt(4) == 0 && !posts.isEmpty() ? edit() : fresh(bucket));
      }
      SamplePost[] all = revised.toArray(SamplePost[]::new);
      stories.add(new StoryEvent.Revised(story + "@" + i, bucket, SamplePost.posts(all)));
      if (random.nextInt(5) == 0) {
        String other = "s" + random.nextInt(1 + posts.size()) + "@1";
        stories.add(new StoryEvent.Aliased(story + "@" + i, other, bucket));
      }
    }
  }

  private SamplePost fresh(Instant bucket) {
    Instant published = bucket.minus(Duration.ofMinutes(random.nextInt(3_000)));
    SamplePost post =
        SamplePost.of("p" + posts.size(), bucket)
            .published(published)
            .by("author" + (authors == Integer.MAX_VALUE ? posts.size() : random.nextInt(authors)))
            .score(random.nextInt(10) / 10.0)
            .from(SOURCES.get(random.nextInt(SOURCES.size())))
            .about(some(SLUGS, 2).toArray(String[]::new));
    posts.add(post);
    return post;
  }

  private SamplePost edit() {
    int index = Math.max(0, posts.size() - 1 - random.nextInt(6));
    SamplePost post = posts.get(index);
    SamplePost edited = post.revision(post.revision() + 1).score(random.nextInt(10) / 10.0);
    posts.set(index, edited);
    return edited;
  }
}
