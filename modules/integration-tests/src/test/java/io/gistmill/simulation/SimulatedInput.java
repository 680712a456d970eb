package io.gistmill.simulation;

import io.gistmill.contracts.Partitions;
import io.gistmill.domain.Cadence;
import io.gistmill.domain.Channel;
import io.gistmill.domain.Origin;
import io.gistmill.domain.Post;
import io.gistmill.domain.PostEvent;
import io.gistmill.domain.PostIds;
import io.gistmill.domain.Preferences;
import io.gistmill.domain.Selection;
import io.gistmill.domain.Subscription;
import io.gistmill.domain.SubscriptionEvent;
import io.gistmill.domain.Tick;
import io.gistmill.producer.clock.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Some days of posts, subscriptions and ticks, as sources and clocks would have written them.
///
/// Several sources post at their own pace, repeat themselves, edit, take back and tell what was
/// before; posts come late or from the future. Readers correct what a post is about. Withdrawals
/// and corrections come twice, and before their posts. Now and then the classifier is switched.
/// Clocks die and are followed by others, at once or after an outage during which the sources go
/// on.
final class SimulatedInput {

  private static final Instant START = Instant.parse("2025-03-07T20:00:00Z");

  /// Of which [PostModel] knows the meaning.
  static final String ABOUT = "topic:topic-1";

  static final String NOT_BY = "NOT author:\"author 3\"";

  private static final List<String> FILTERS = List.of(ABOUT, NOT_BY);

  /// Of one reader: two daily ones, a weekly one, one of each quarter-hour, and one that chooses
  /// stories by their topics.
  private static final int SUBSCRIPTIONS = 5;

  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Asia/Shanghai"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Asia/Kathmandu"));

  final SimulatedLog<PostEvent> posts;
  final SimulatedLog<SubscriptionEvent> subscriptions;

  private final SplittableRandom random;
  private final List<Post> written = new ArrayList<>();
  private Clock clock = Clock.after(null);
  private @Nullable Tick lastTick;

  /// Until then no clock runs.
  private Instant clockDownUntil = Instant.MIN;

  SimulatedInput(SplittableRandom random) {
    this.random = random;
    posts = new SimulatedLog<>(random.nextInt(1, 5));
    subscriptions = new SimulatedLog<>(random.nextInt(1, 4));
    subscribe(0);
    Instant now = START;
    Instant end = START.plus(Duration.ofHours(random.nextInt(30, 80)));
    while (now.isBefore(end)) {
      tick(now);
      act(now);
      now = now.plusSeconds(random.nextInt(60, 1_500));
    }
    // A clock is there at the end, and cuts everything that is still open.
    clockDownUntil = Instant.MIN;
    tick(end);
    tick(end.plus(Duration.ofDays(8)));
  }

  private void act(Instant now) {
    switch (random.nextInt(40)) {
      case 0 -> clock = Clock.after(lastTick);
      case 1 -> clockDownUntil = now.plus(Duration.ofMinutes(random.nextInt(1, 3_000)));
      case 2 -> subscribe(random.nextInt(4));
      case 3 -> switchClassifier();
      default -> post(now);
    }
  }

  private void tick(Instant now) {
    if (now.isBefore(clockDownUntil)) {
      clock = Clock.after(lastTick);
      return;
    }
    clock
        .at(now)
        .ifPresent(
            tick -> {
              lastTick = tick;
              for (int i = 0; i < posts.partitions(); i++) {
                posts.append(i, new PostEvent.Ticked(tick));
              }
              for (int i = 0; i < subscriptions.partitions(); i++) {
                subscriptions.append(i, new SubscriptionEvent.Ticked(tick));
              }
            });
  }

  private void post(Instant now) {
    int kind = written.isEmpty() ? 20 : random.nextInt(23);
    switch (kind) {
      case 0, 1 -> write(new PostEvent.Posted(any()));
      case 2, 3 -> write(new PostEvent.Posted(noted(edited(any()))));
      case 4 -> write(new PostEvent.Backfilled(noted(fresh(now))));
      case 5 -> write(new PostEvent.Backfilled(random.nextBoolean() ? any() : edited(any())));
      case 6 -> withdraw(any().id());
      case 7, 8 -> correct(any().id());
      case 9 -> withdraw(noted(fresh(now)).id());
      case 10 -> correct(noted(fresh(now)).id());
      case 11, 12 -> write(new PostEvent.Retagged(any(), "set"));
      default -> write(new PostEvent.Posted(noted(fresh(now))));
    }
  }

  private Post noted(Post post) {
    written.add(post);
    return post;
  }

  private Post any() {
    return written.get(random.nextInt(written.size()));
  }

  private void withdraw(String id) {
    write(new PostEvent.Withdrawn(id));
  }

  private void correct(String id) {
    List<String> added = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    while (added.isEmpty() && removed.isEmpty()) {
      for (String topic : TopicsInText.TOPICS) {
        switch (random.nextInt(4)) {
          case 0 -> added.add(topic);
          case 1 -> removed.add(topic);
          default -> {}
        }
      }
    }
    write(new PostEvent.Corrected(id, added, removed));
  }

  private void write(PostEvent event) {
    String id = Objects.requireNonNull(PostModel.idOf(event));
    posts.append(Partitions.of(id, posts.partitions()), event);
  }

  private void switchClassifier() {
    List<String> found =
        TopicsInText.TOPICS.stream().filter(topic -> random.nextInt(3) > 0).toList();
    for (int i = 0; i < posts.partitions(); i++) {
      posts.append(i, new PostEvent.Switched(TopicsInText.switchTo(found)));
    }
  }

  private Post edited(Post post) {
    return new Post(
        post.id(),
        post.origin(),
        post.author(),
        post.handle(),
        post.published(),
        post.dateInferred(),
        post.link(),
        post.title(),
        post.text() + " edited " + random.nextInt(1_000),
        post.quoted(),
        post.notes(),
        post.links());
  }

  private Post fresh(Instant now) {
    long number = written.size() + 1;
    // Mostly now, sometimes weeks old, sometimes from the future.
    Duration offset =
        switch (random.nextInt(12)) {
          case 0 -> Duration.ofDays(-random.nextInt(400));
          case 1 -> Duration.ofDays(random.nextInt(400));
          default -> Duration.ofSeconds(-random.nextInt(600));
        };
    Instant published = now.plus(offset);
    String source = "source-" + random.nextInt(3);
    // A few things to be about, so that posts meet in stories.
    String thing = "https://example.org/things/" + random.nextInt(25);
    String text = "Post " + number + " of topic-" + random.nextInt(3) + " on " + thing;
    return new Post(
        PostIds.ofStableId(source, "n" + number),
        new Origin(source, number),
        "Author " + random.nextInt(6),
        null,
        published,
        false,
        null,
        null,
        text,
        List.of(),
        List.of(),
        random.nextInt(3) == 0 ? List.of(thing) : List.of());
  }

  private void subscribe(int subscriber) {
    String name = "reader" + subscriber;
    List<Subscription> wanted = new ArrayList<>();
    int count = subscriber == 0 ? 3 : random.nextInt(SUBSCRIPTIONS + 1);
    for (int i = 0; i < count; i++) {
      wanted.add(subscription(name, i));
    }
    subscriptions.append(
        Partitions.of(name, subscriptions.partitions()),
        new SubscriptionEvent.Subscribed(name, wanted));
  }

  /// Without a limit of stories, as a mail has one.
  private Subscription subscription(String subscriber, int number) {
    LocalTime at = LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
    Cadence cadence =
        switch (number) {
          case 2 -> new Cadence.Weekly(DayOfWeek.of(random.nextInt(1, 8)), at);
          case 3 -> new Cadence.QuarterHourly();
          default -> new Cadence.Daily(at);
        };
    return new Subscription(
        subscriber + "-" + number,
        subscriber,
        number == 1 ? "topic-" + random.nextInt(3) : Subscription.ALL,
        cadence,
        ZONES.get(random.nextInt(ZONES.size())),
        Integer.MAX_VALUE,
        selection(number),
        new Preferences(null, 0, random.nextInt(4) == 0, random.nextInt(6) == 0),
        random.nextBoolean() ? List.of(Channel.WEBHOOK) : List.of());
  }

  private Selection selection(int number) {
    boolean byTopics = number == 4;
    return new Selection(
        byTopics ? List.of("topic-0", "topic-1") : List.of(),
        byTopics && random.nextBoolean() ? List.of("topic-2") : List.of(),
        number == 0 && random.nextInt(3) == 0 ? FILTERS.get(random.nextInt(FILTERS.size())) : "",
        random.nextInt(4) == 0 ? List.of("source-1") : List.of(),
        random.nextInt(4) == 0 ? List.of("author 2", "author 4") : List.of(),
        List.of());
  }
}
